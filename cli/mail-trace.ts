import { type Profile, profiles } from '#mocks/providers';
import { type TraceRow, traceText } from '#reports/formats';
import { providerDomains, resolveCast } from '#scenarios/library/cast';
import { type Traced, type TracedMessage, traceMessage, traceScenario } from '#scenarios/runner';
import { ServiceError } from '#sim/errors';
import { parseInstant, simulatedDomainSuffix } from '#sim/kernel';
import type { CliCommand, Invocation, Options } from './command.ts';
import { didYouMean, withNearest } from './did-you-mean.ts';
import { exitCodes } from './exit-codes.ts';
import { isMessageFile, readMessageFile } from './message-file.ts';
import { oneCell } from './one-cell.ts';
import { providerCalled } from './provider-names.ts';
import { fromOption, reversePathOf, senderOptions, senderState } from './sender-options.ts';
import { askedSettings, type FittedSettings, fitSettings, fittingSettings, settingOption } from './setting-option.ts';

/** Spring, when most student IDs are issued: the time of a world that no scenario starts. */
export const standardStart = parseInstant('2026-04-01T09:00:00+09:00') ?? 0;
const standardSeed = 1;

type Follow = (profile: Profile, fitted: FittedSettings) => Promise<Traced>;

export const mailTrace: CliCommand = {
  takes: '<scenario|file.eml>',
  wordsMax: 1,
  options: [
    {
      name: 'provider',
      kind: 'text',
      placeholder: 'NAME,…',
      summary: { ja: 'メール事業者。指定しなければすべて', en: 'the mail providers; all of them unless named' },
    },
    {
      name: 'kind',
      kind: 'text',
      values: ['issue-notice', 'activation', 'password-reset', 'address-confirmation'],
      summary: {
        ja: 'シナリオのどのメールか。指定しなければ最初のメール',
        en: 'which mail of the scenario; its first one unless named',
      },
    },
    {
      name: 'local',
      kind: 'text',
      placeholder: 'NAME',
      summary: {
        ja: '宛先の @ より前。spam+ などの特別な宛先も使える（docs/magic-addresses.md）',
        en: 'what stands before the @; spam+x and the like work (docs/magic-addresses.md)',
      },
    },
    fromOption,
    settingOption,
    ...senderOptions,
    {
      name: 'cell',
      kind: 'text',
      placeholder: 'COLUMN=VALUE,…',
      summary: { ja: 'シナリオのどの組み合わせか', en: 'which cell of the scenario' },
    },
    { name: 'brief', kind: 'flag', summary: { ja: '表だけを出す', en: 'print the table alone' } },
    { name: 'json', kind: 'flag', summary: { ja: '結果を JSON で出力', en: 'print JSON' } },
  ],
  examples: [
    'npx todoku mail trace S-2.2-04 --provider docomo,au,softbank',
    'npx todoku mail trace ./notice.eml --setting easySetting=strong --brief',
    'npx todoku mail trace S-2.1-01 --spf wrong --dkim missing --brief',
  ],
  async run(invocation) {
    const { options, language, terminal } = invocation;
    const chosen = providersOf(options);
    const asked = askedSettings(options.all('setting'));
    const { title, follow } = await mailOf(invocation);
    const rows: TraceRow[] = [];
    for (const profile of chosen) {
      const fitted = fitSettings(asked, profile);
      rows.push({
        ...(await follow(profile, fitted)),
        name: profile.name,
        notes: fitted.unfit.map(({ note }) => note),
      });
    }
    if (options.has('json')) terminal.write(`${JSON.stringify({ mail: title, rows }, null, 2)}\n`);
    else {
      const look = { language, colour: terminal.hasColour };
      terminal.write(`${title}\n\n${traceText(rows, { ...look, isBrief: options.has('brief') })}`);
    }
    return exitCodes.well;
  },
};

/** Throws ServiceError `provider-unknown`. */
function providersOf(options: Options): readonly Profile[] {
  const asked = options.text('provider')?.split(',') ?? [];
  const keys = profiles.map(({ provider }) => provider);
  const wanted = asked.map((word) => {
    const key = keys.find((each) => each === word.trim()) ?? providerCalled(word);
    if (key !== undefined) return key;
    throw withNearest(new ServiceError('provider-unknown', { known: keys.join(', ') }), didYouMean(word, keys));
  });
  return wanted.length === 0 ? profiles : profiles.filter(({ provider }) => wanted.includes(provider));
}

/** Which mail it is, and how it is followed to one provider. */
async function mailOf(invocation: Invocation): Promise<{ readonly title: string; readonly follow: Follow }> {
  const [word] = invocation.words;
  if (word === undefined) {
    throw new ServiceError('argument-missing', { command: 'mail trace', expected: 'S-2.2-01 | ./mail.eml' });
  }
  return isMessageFile(word) ? messageIn(word, invocation) : mailOfScenario(word, invocation);
}

async function messageIn(word: string, { options, terminal }: Invocation) {
  refuseOptions(options, ['kind', 'cell'], word);
  const state = senderState(options);
  const { data, subject, fromAddress } = await readMessageFile(word, terminal.folder);
  const mail: TracedMessage = { data, fromAddress, reversePath: reversePathOf(options, fromAddress) };
  const local = localOf(options);
  const follow: Follow = ({ provider }, { settings }) =>
    traceMessage(
      mail,
      { provider, settings, address: addressAt(provider, local) + simulatedDomainSuffix },
      {
        seed: standardSeed,
        startsAt: standardStart,
        state,
      },
    );
  return { title: `${word}: ${subject} <${fromAddress}>`, follow };
}

async function mailOfScenario(word: string, { options, terminal, language }: Invocation) {
  refuseOptions(options, ['from', 'from-host'], word);
  const cell = oneCell(word, options, terminal.folder);
  const { scenario } = cell;
  const state = senderState(options);
  const local = localOf(options);
  // What the cast has set holds wherever there is such a setting.
  const own = resolveCast(cell.scenario, cell.row).students[0]?.mailbox ?? {};
  const follow: Follow = (profile, { settings }) =>
    traceScenario(cell, {
      to: {
        provider: profile.provider,
        settings: { ...fittingSettings(own, profile), ...settings },
        address: addressAt(profile.provider, local),
      },
      kind: options.text('kind'),
      state,
    });
  const named = cell.name === '' ? '' : ` [${cell.name}]`;
  return { title: `${scenario.id} ${scenario.title[language]}${named}`, follow };
}

/** An option that has no meaning for this kind of mail is refused, not passed over. Throws ServiceError `options-exclude`. */
function refuseOptions(options: Options, names: readonly string[], word: string): void {
  const given = names.find((name) => options.has(name));
  if (given !== undefined) throw new ServiceError('options-exclude', { one: `--${given}`, other: word });
}

/** Throws ServiceError `option-value`. */
function localOf(options: Options): string {
  const local = options.text('local') ?? 'hanako';
  if (/^[^\s<>@]{1,64}$/.test(local)) return local;
  throw new ServiceError('option-value', { option: '--local', expected: 'hanako | spam+hanako', given: local });
}

/** The address at a provider, real and without `.test`. */
function addressAt(provider: string, local: string): string {
  const domains: { readonly [provider: string]: string } = providerDomains;
  return `${local}@${domains[provider] ?? 'example.jp'}`;
}
