import { type Bilingual, catalogue, type ErrorEntry } from '#sim/errors';
import type { EventData, RunEvent } from '#sim/events';

/** One thing that was looked at in an event, and whether it was in order. */
export interface Finding {
  readonly valid: boolean;
  readonly sentence: Bilingual;
}

/** What stands in an event one by one: the checks of a gate, the refused rows of a roster. */
export function findingsOf(event: RunEvent): readonly Finding[] {
  switch (event.type) {
    case 'gate.scanned':
    case 'counter.checked':
      return event.data.checks;
    case 'roster.imported':
      return event.data.rejected.map((row) => ({ valid: false, sentence: refusedRow(row) }));
    default:
      return [];
  }
}

/** `4行目「学籍番号」: …`; a column without a title is counted. */
function refusedRow({ line, column, code }: EventData<'roster.imported'>['rejected'][number]): Bilingual {
  const why = reasonOf(code);
  const isCounted = /^\d+$/.test(column);
  return {
    ja: `${line}行目${isCounted ? `・${column}列目` : `「${column}」`}: ${why.ja}`,
    en: `Line ${line}, ${isCounted ? `column ${column}` : `“${column}”`}: ${why.en}`,
  };
}

/** The title of an error, and its detail where that is a whole sentence without the parameters, which no event has. */
function reasonOf(code: string): Bilingual {
  const entry: ErrorEntry | undefined = Object.hasOwn(catalogue, code)
    ? catalogue[code as keyof typeof catalogue]
    : undefined;
  if (entry === undefined) return { ja: code, en: code };
  const { title, detail } = entry;
  const isWhole = !detail.ja.includes('{') && !detail.en.includes('{');
  return isWhole
    ? { ja: `${title.ja}。${detail.ja}`, en: `${title.en}. ${detail.en}` }
    : { ja: `${title.ja}。`, en: `${title.en}.` };
}
