import { type Static, type TSchema, Type } from 'typebox';
import type { Bilingual, Language, ServiceError } from '../../errors/index.ts';
import type { PageApp } from './page.ts';
import type { Wire } from './wire.ts';

/** A body or an answer of bytes: raw binary has no schema (https://spec.openapis.org/oas/v3.1.1.html#considerations-for-file-uploads). */
export const bytes = Type.Unsafe<Uint8Array>({});

/** What a request carries, or an answer: one schema a media type. Text is `Type.String()`, and bytes are {@link bytes}. */
export type Content = { readonly [mediaType: string]: TSchema };

/** An answer that an operation gives. */
export interface Answerable {
  readonly description: string;
  /** None when absent. The first media type is the one that a reply has when it names none. */
  readonly content?: Content;
  /** Header fields that the answer carries beside the usual ones: name → what it says. */
  readonly headers?: { readonly [name: string]: string };
}

export type Answerables = { readonly [status: number]: Answerable };

type ContentOf<A extends Answerable> = A extends { readonly content: infer C extends Content } ? C : never;

/** As services give it back: readonly all through. */
type Immutable<Value> = Value extends object ? { readonly [Name in keyof Value]: Immutable<Value[Name]> } : Value;

/** What a handler gives back: one of the answers that its operation names. tsc refuses every other status and body. */
export type Reply<Answers extends Answerables> = {
  [Status in keyof Answers & number]: {
    readonly status: Status;
    readonly headers?: Readonly<Record<string, string>>;
  } & ([ContentOf<Answers[Status]>] extends [never]
    ? { readonly body?: undefined }
    : {
        readonly mediaType?: keyof ContentOf<Answers[Status]> & string;
        /** As the schema says; a {@link Written} goes out as it is. */
        readonly body: Immutable<Static<ContentOf<Answers[Status]>[keyof ContentOf<Answers[Status]>]>> | Written;
      });
}[keyof Answers & number];

/** A body that is written already: bytes, a page, JSON that was signed as it stands. */
export class Written {
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array | string) {
    this.bytes = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  }
}

/** Names that a path has in braces: `/schools/{school}/keys/{key}`. */
type PathNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathNames<Rest>
  : never;

/** A request that came through: who sent it is known, and everything in it is as the operation's schemas say. */
export interface Call<Path extends string, Query, Body, Principal> {
  readonly params: { readonly [Name in PathNames<Path>]: string };
  readonly query: Query;
  readonly body: Body;
  /** Of the body, without parameters, in lower case; empty when there is none. */
  readonly mediaType: string;
  /** The body as it came, for what is kept or signed as it stands; empty when there was none. */
  readonly bytes: Uint8Array;
  readonly principal: Principal;
  readonly language: Language;
  /** What takes the page over in a browser, for operations whose pages are an app's. */
  readonly app: PageApp | undefined;
  /** A header field of the request. */
  header(name: string): string | undefined;
  /** The one of these media types that the client likes best (RFC 9110 §12.5.1). Throws ServiceError `not-acceptable`. */
  accepts<MediaType extends string>(...mediaTypes: MediaType[]): MediaType;
  /** As `accepts`, but the first of them for a client that likes none: a link scanner's Accept may be anything. */
  prefers<MediaType extends string>(...mediaTypes: [MediaType, ...MediaType[]]): MediaType;
}

/** How a caller shows who it is. `Context` is what the service of the operation is made of. */
export interface SecurityScheme<Context, Principal> {
  /** Its name in the OpenAPI document. */
  readonly name: string;
  /** https://spec.openapis.org/oas/v3.1.1.html#security-scheme-object */
  readonly document: Readonly<Record<string, unknown>>;
  /** What the caller must have been granted: https://spec.openapis.org/oas/v3.1.1.html#security-requirement-object */
  readonly scopes?: readonly string[];
  /** Throws ServiceError `unauthorized` and the like. `params` are those of the path. */
  authenticate(
    context: Context,
    asked: { readonly params: Readonly<Record<string, string>>; header(name: string): string | undefined },
  ): Principal | Promise<Principal>;
}

/** One operation of one service: its only description. Validation, types and the OpenAPI document come from it. */
export interface Definition<
  Context,
  Path extends string,
  Query extends TSchema,
  Body extends Content,
  Answers extends Answerables,
  Principal,
> {
  /** OpenAPI `operationId`; a verb: `importRoster`. */
  readonly id: string;
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** With names in braces; from the slash on. */
  readonly path: Path;
  /** The chapter of the reference that it stands in. */
  readonly tag: string;
  readonly summary: Bilingual;
  /** The clause that asks for it: a link. */
  readonly source?: string;
  readonly security?: SecurityScheme<Context, Principal>;
  /** An object of texts; each stands at most once in a query. Other names are ignored unless it is closed. */
  readonly query?: Query;
  readonly body?: {
    readonly content: Body;
    readonly bytesMax: number;
    /** Whether the request may come without any. Then `body` is undefined. */
    readonly optional?: true;
    /** What a body that is not as its schema says is answered with, where the standard has a code of its own. */
    refuse?(pointer: string, reason: string): ServiceError;
  };
  readonly answers: Answers;
  /** How its errors are written; those of the service when absent. */
  readonly wire?: Wire;
  /** Its pages, and those of its errors, are taken over by the app that its context names. */
  readonly startsApp?: true;
  handle(
    context: Context,
    call: Call<Path, Static<Query>, Static<Body[keyof Body]>, Principal>,
  ): Reply<NoInfer<Answers>> | Promise<Reply<NoInfer<Answers>>>;
}

/** An operation whose types are told to nobody any more: what services, documents and mocks are made from. */
export interface Operation<Context> {
  readonly id: string;
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly tag: string;
  readonly summary: Bilingual;
  readonly source?: string;
  readonly security?: SecurityScheme<Context, unknown>;
  readonly query?: TSchema;
  readonly body?: {
    readonly content: Content;
    readonly bytesMax: number;
    readonly optional?: true;
    refuse?(pointer: string, reason: string): ServiceError;
  };
  readonly answers: Answerables;
  readonly wire?: Wire;
  readonly startsApp?: true;
  handle(context: Context, call: Call<string, unknown, unknown, unknown>): AnyReply | Promise<AnyReply>;
}

export interface AnyReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly mediaType?: string;
  readonly body?: unknown;
}

/**
 * Describes operations of services whose context is `Context`:
 *
 *     const issuerOperation = operationOf<IssuerContext>();
 *     const importRoster = issuerOperation({ id: 'importRoster', method: 'post', path: '/schools/{school}/rosters', … });
 */
export function operationOf<Context>() {
  return <
    const Path extends string,
    const Answers extends Answerables,
    Query extends TSchema = TSchema,
    Body extends Content = Record<never, never>,
    Principal = undefined,
  >(
    definition: Definition<Context, Path, Query, Body, Answers, Principal>,
  ): Operation<Context> => definition as unknown as Operation<Context>;
}
