package tombolo.practice.web;

import java.util.List;
import tombolo.ui.Errors;

/** The first page of a practice: the token from the console, and what is said about the practice and its first colleague. */
public record SetUpPage(
        String token,
        String practice,
        String name,
        String address,
        String zone,
        List<String> zones,
        String word,
        Errors errors) {}
