-- Somebody wants no word of their own, and is not asked again; they can choose one whenever they like.
alter table own_word alter column word drop not null;
