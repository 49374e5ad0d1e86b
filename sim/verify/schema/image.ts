import { noun, oneType, text } from './value-form.ts';

export const image = noun('Image', { id: text, type: oneType('Image') }, { caption: text }, true);
