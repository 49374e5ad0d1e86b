export type { PhoneModel } from '../../handset/index.ts';
