package io.marketplace.api.json;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads every JSON body of the API. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public final class JsonReader implements MessageBodyReader<Object> {

  private static final byte[] NOTHING = {'{', '}'};

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return true;
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    byte[] bytes = body.readAllBytes();
    boolean leftOut = bytes.length == 0 && Omissible.class.isAssignableFrom(type);
    return JsonBody.read(leftOut ? NOTHING : bytes, generic);
  }
}
