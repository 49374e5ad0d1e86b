/**
 * An id as ids are compared: "unescape percent-encoded characters, then trim"
 * (https://www.imsglobal.org/spec/ob/v3p0/#equality-and-comparison). What is no percent-encoded UTF-8 stays as it is.
 */
export function comparableId(id: string): string {
  return id.replace(/(?:%[0-9a-f]{2})+/gi, unescaped).trim();
}

function unescaped(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
}
