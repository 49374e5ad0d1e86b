/** A value that is the same after it was written down and read again. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };
