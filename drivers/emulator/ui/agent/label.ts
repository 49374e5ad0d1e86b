/** White space as it is painted: runs of it are one space. https://www.w3.org/TR/css-text-3/#white-space-phase-1 */
export function painted(text: string): string {
  return text.replace(/[ \t\r\n\f]+/g, ' ').trim();
}

/** The name that is given to an element besides what is written in it. https://www.w3.org/TR/accname-1.2/ */
export function givenLabel(element: Element): string {
  const by = element.getAttribute('aria-labelledby')?.trim();
  if (by) {
    const root = element.getRootNode() as Document | ShadowRoot;
    const parts = by.split(/\s+/).map((id) => root.getElementById(id)?.textContent ?? '');
    return painted(parts.join(' '));
  }
  const own = element.getAttribute('aria-label');
  if (own !== null && own.trim() !== '') return painted(own);
  if (
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement
  ) {
    const labels = [...(element.labels ?? [])].map((label) => painted(label.textContent ?? ''));
    if (labels.length > 0) return labels.join(' ');
  }
  return painted(element.getAttribute('alt') ?? element.getAttribute('title') ?? '');
}
