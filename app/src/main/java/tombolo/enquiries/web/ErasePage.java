package tombolo.enquiries.web;

/** A last look before somebody who reached out is forgotten for good. */
public record ErasePage(String path, String name) {}
