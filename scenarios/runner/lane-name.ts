export type LaneName = 'direct' | 'wire' | 'emulated' | 'device';
