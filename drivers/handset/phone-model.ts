/** What a handset is as it is bought. Sizes are those of the portrait screen. */
export interface PhoneModel {
  /** `iphone-17` */
  readonly key: string;
  /** As its settings show it: `iPhone 17`. */
  readonly name: string;
  readonly platform: 'iOS' | 'Android' | 'Windows' | 'ChromeOS';
  readonly form: 'phone' | 'tablet' | 'pc';
  /** Versions of its system, from the one it was sold with to the last that it runs; the usual one of a session. */
  readonly versions: { readonly first: string; readonly last: string; readonly usual: string };
  /** In CSS pixels (points, dp), and pixels of the panel for one of them. */
  readonly screen: { readonly width: number; readonly height: number; readonly scale: number };
  /** Heights that the system's bars take, in CSS pixels. */
  readonly insets: { readonly top: number; readonly bottom: number };
  /** What unlocks it besides the code. */
  readonly biometric: 'face' | 'fingerprint' | 'none';
}
