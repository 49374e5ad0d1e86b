export type { BadgeVersion } from './badge-version.ts';
export { bake, formatOf, type ImageFormat, type Unbaked, unbake } from './bake.ts';
export { pictureAlone } from './picture-alone.ts';
export { studentIdPicture } from './student-id-picture.ts';
