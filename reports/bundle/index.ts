export {
  checkTarget,
  type ReadBundle,
  readBundle,
  type Target,
  type WriteOptions,
  writeBundle,
} from './bundle-folder.ts';
export { type BundleContent, type BundledRun, type BundleFile, bundleFiles } from './layout.ts';
export {
  type Manifest,
  type ManifestCell,
  type ManifestScenario,
  parseManifest,
  type RunCircumstances,
} from './manifest.ts';
export { pngSize } from './screens.ts';
