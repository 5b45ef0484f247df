package io.marketplace.gateway.body;

/**
 * What of a prompt decides how many tokens it can have at the most.
 *
 * @param texts how many texts are completed or embedded, 1 for messages
 * @param documents how many documents are ranked, 0 where none are
 * @param queryBytes the length of a ranking's query in UTF-8
 * @param media whether it refers to images, sounds, films or files
 * @param tools whether it describes tools or a schema, which templates write out anew
 * @param numbered whether it is given as token numbers instead of text
 */
public record PromptShape(
    int texts, int documents, long queryBytes, boolean media, boolean tools, boolean numbered) {}
