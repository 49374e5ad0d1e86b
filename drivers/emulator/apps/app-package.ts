import type { Bilingual } from '#sim/errors';

/**
 * An app as it is installed: a folder with `app.json` and the files of its pages, the counterpart of an .ipa or .apk. What
 * it shows is loaded from the folder, whatever the network does; only what it asks a service for goes over the network.
 */
export interface AppPackage {
  /** As stores and scenarios call it: `wallet`. */
  readonly id: string;
  readonly name: Bilingual;
  readonly version: string;
  /** iOS: CFBundleIdentifier. */
  readonly bundleId: string;
  /** Android: package name and launched activity. */
  readonly appPackage: string;
  readonly appActivity: string;
  /** The oldest system that it installs on. */
  readonly minimum: { readonly iOS: string; readonly Android: string };
  readonly forms: readonly ('phone' | 'tablet')[];
  /** The custom scheme that it takes: `lecos`. */
  readonly scheme: string;
  /** The path that it begins with, below the origin of its service: `/app/`. */
  readonly start: string;
  /** Paths of its service whose https links open in it: `/receive/`, … (app links, universal links). */
  readonly links: readonly string[];
  /** The product token that its requests add to the User-Agent: `LecoS/1.0`. */
  readonly product: string;
  /** Where its files are, seen from the folder: of a version that shows the same pages as another. The folder itself when absent. */
  readonly files?: string;
  /** One of its files. */
  readonly icon: string;
}
