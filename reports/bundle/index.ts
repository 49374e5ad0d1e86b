export { type ReadBundle, readBundle, type WriteOptions, writeBundle } from './bundle-folder.ts';
export { type BundleContent, type BundledRun, type BundleFile, bundleFiles } from './layout.ts';
export { type Manifest, type ManifestCell, parseManifest, type RunCircumstances } from './manifest.ts';
