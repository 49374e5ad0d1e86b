import type { Language } from '#sim/errors';
import type { Circumstances, Device, Offer } from './offer.ts';

/** The handset whose owner looks into the store, as the store's account knows it. */
export interface StoreHandset {
  readonly device: Device;
  readonly circumstances?: Circumstances;
  /** Versions of apps that are on it, by app; what a store is not told of it offers anew. */
  readonly installed?: Readonly<Record<string, string>>;
}

/** An app of the store that was wanted, and what came of it. */
export interface StoreDecision {
  readonly handset: string;
  readonly app: string;
  readonly wish: 'install' | 'update';
  readonly offer: Offer;
}

export interface StoreOptions {
  /** The handset that `?handset=` names; undefined: the questions of the address describe it. */
  readonly handsetOf?: (handset: string) => StoreHandset | undefined;
  /** Told before the page of the decision is shown. */
  readonly onOffer?: (decision: StoreDecision) => Promise<void> | void;
}

/** Who asks, and for what: read off the address of a page. */
export interface StoreVisit extends StoreHandset {
  readonly handset: string;
  readonly language: Language;
  readonly app: string | undefined;
  readonly search: string | undefined;
  /** The questions that describe the visitor, to be kept by every link of a page: `handset=hs_0001&lang=ja`. */
  readonly kept: string;
}

const platforms = ['iOS', 'Android', 'Windows', 'ChromeOS'] as const;
const forms = ['phone', 'tablet', 'pc'] as const;
const describing = ['handset', 'platform', 'version', 'form', 'lang'];
const usual: Device = { platform: 'iOS', version: '26.0', form: 'phone' };

/** What is no word of the store is as if it were not there: a phone's store has no address that people type. */
export function visitOf(url: URL, spoken: Language, { handsetOf }: StoreOptions): StoreVisit {
  const asked = url.searchParams;
  const handset = asked.get('handset') ?? '';
  const known = handset === '' ? undefined : handsetOf?.(handset);
  const lang = asked.get('lang');
  const kept = new URLSearchParams([...asked].filter(([name]) => describing.includes(name)));
  return {
    handset,
    device: describedBy(asked),
    ...known,
    language: lang === 'ja' || lang === 'en' ? lang : spoken,
    app: asked.get('app') ?? undefined,
    search: asked.get('q')?.trim().slice(0, 100) || undefined,
    kept: String(kept),
  };
}

function describedBy(asked: URLSearchParams): Device {
  const version = asked.get('version') ?? '';
  const platform = platforms.find((one) => one === asked.get('platform')) ?? usual.platform;
  return {
    platform,
    version: /^\d{1,5}(\.\d{1,5}){0,3}$/.test(version) ? version : platform === 'iOS' ? usual.version : '16',
    form: forms.find((one) => one === asked.get('form')) ?? usual.form,
  };
}
