package tombolo.messages;

/** By which way a message goes. */
public enum Way {
    EMAIL,
    TEXT
}
