import manifest from '../package.json' with { type: 'json' };

/** What the command line needs of package.json. */
export interface PackageManifest {
  readonly version: string;
  readonly engines: { readonly node: string };
  readonly dependencies: { readonly [name: string]: string };
}

export const packageManifest: PackageManifest = manifest;
