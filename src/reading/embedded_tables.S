/* The tables of data/reading, linked in as they lie there. */
    .section .rodata
    .macro table name, file
    .global volteface_\name\()_begin
    .global volteface_\name\()_end
volteface_\name\()_begin:
    .incbin "\file"
volteface_\name\()_end:
    .byte 0
    .endm
    table events, "reading/events.tsv"
    table words, "reading/words.tsv"
    table explanations, "reading/explanations.tsv"
    table votes, "reading/votes.tsv"
    table themes, "reading/themes.tsv"
    .section .note.GNU-stack,"",%progbits
