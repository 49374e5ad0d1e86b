import { errorOfProblem } from '#sim/errors';
import type { Fetch, Response, RunningWorld } from '#sim/kernel';
import type { ResolvedRosterRow, ResolvedSchool } from '../library/cast/index.ts';
import type { PlayedSchool, RosterAnswer } from '../steps/index.ts';

/** A school as its own system talks to the issuer API. */
export function playedSchool(world: RunningWorld, fetch: Fetch, { slug, name }: ResolvedSchool): PlayedSchool {
  const authorization = `Bearer ${world.keys.secret(`school/${slug}`)}`;
  const base = `${world.origins.issuer}/schools/${slug}`;
  const answer = <Answer>(response: Response): Answer => {
    const body = response.json<unknown>();
    if (response.status < 400) return body as Answer;
    throw errorOfProblem(body) ?? new TypeError(`the issuer API answered ${response.status}`);
  };
  return {
    slug,
    name,
    async call(method, path, body) {
      const content = body === undefined ? {} : { body: JSON.stringify(body) };
      const headers = { authorization, 'content-type': 'application/json' };
      return answer(await fetch(base + path, { method, headers, ...content }));
    },
    async importRoster(csv) {
      const headers = { authorization, 'content-type': 'text/csv' };
      return answer<RosterAnswer>(await fetch(`${base}/rosters`, { method: 'POST', headers, body: csv }));
    },
  };
}

/** Sends the rows of the school's students to the issuer, as the roster that a clerk would export. Throws ServiceError. */
export async function enrol(school: PlayedSchool, rows: readonly ResolvedRosterRow[]): Promise<void> {
  if (rows.length === 0) return;
  const cells = rows.map(({ studentNumber, name, kana, faculty, address }) => [
    studentNumber,
    name,
    kana,
    faculty,
    address,
  ]);
  const lines = [['学籍番号', '氏名', 'フリガナ', '学部', 'メールアドレス'], ...cells].map((row) =>
    row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
  );
  await school.importRoster(`${lines.join('\r\n')}\r\n`);
}
