import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Answered } from './caller.js';

export interface Media {
  schema?: object;
  example?: unknown;
}

export interface Operation {
  summary?: string;
  security?: object[];
  'x-roles'?: string[];
  parameters?: { name: string; in: string; required?: boolean; schema: object; example?: unknown }[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { content?: Record<string, Media> }>;
}

export interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

type Schema = Record<string, unknown> & { example?: unknown };

/** What `/openapi.json` promises, and whether answers keep it. */
export class Contract {
  private readonly ajv = addFormats(new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }));
  private readonly checks = new Map<string, ValidateFunction>();
  private readonly closed: Document;

  constructor(readonly document: Document) {
    for (const word of ['example', 'components']) this.ajv.addKeyword(word);
    this.closed = closed(document) as Document;
    this.ajv.addSchema({ $id: API, components: this.closed.components }, API, false, false);
  }

  /** `GET /v1/invoices/{id}` and the rest. */
  operations(): { key: string; path: string; method: string; operation: Operation }[] {
    return Object.entries(this.document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        ...{ path, method, operation },
        key: `${method.toUpperCase()} ${path}`,
      })),
    );
  }

  /** Of the route that the address leads to. */
  keyOf(method: string, url: string): string | undefined {
    const path = this.pathOf(method, url.split('?')[0]!);
    return path && `${method.toUpperCase()} ${path}`;
  }

  /** The schema, or the one that it refers to. */
  resolved(schema: object): Schema {
    const { $ref } = schema as { $ref?: string };
    return ($ref ? this.document.components.schemas[$ref.split('/').pop()!]! : schema) as Schema;
  }

  /** Where a schema leaves open what is there: an object without fields, a list without items, anything. */
  vagueIn(schema: object | undefined, at = ''): string[] {
    // A problem repeats whatever was wrong.
    if ((schema as { $ref?: string } | undefined)?.$ref?.endsWith('/Problem')) return [];
    const { type, properties, additionalProperties, items, anyOf } = this.resolved(schema ?? {});
    if (Array.isArray(anyOf)) return anyOf.flatMap((one: object) => this.vagueIn(one, at));
    const kinds = [type].flat();
    if (kinds.includes('array')) return this.vagueIn(items as object | undefined, `${at}/-`);
    if (!kinds.includes('object')) return type === undefined ? [at] : [];
    const each = Object.entries((properties ?? {}) as Record<string, object>);
    if (each.length > 0) return each.flatMap(([name, part]) => this.vagueIn(part, `${at}/${name}`));
    return typeof additionalProperties === 'object' ? this.vagueIn(additionalProperties!, `${at}/*`) : [at];
  }

  /** What of an answer was not promised: its status, its type, a field or a value; nothing when all was. */
  faultsOf(method: string, url: string, { status, headers, body }: Answered<unknown>): string[] {
    const path = this.pathOf(method, url.split('?')[0]!);
    if (path === undefined) return [`${method} ${url} is not told`];
    const response = this.closed.paths[path]![method]!.responses[String(status)];
    if (!response) return [`${method} ${path} does not tell ${status}`];
    const type = headers.get('content-type')?.split(';')[0] ?? '';
    const schema = response.content?.[type]?.schema;
    if (!schema) return [`${method} ${path} ${status} does not tell ${type}`];
    return this.wrong(schema, body);
  }

  /** What of the value is not as the schema says, as pointer and message. */
  private wrong(schema: object, value: unknown): string[] {
    const key = JSON.stringify(schema);
    const check: ValidateFunction = this.checks.get(key) ?? this.ajv.compile(schema);
    this.checks.set(key, check);
    check(value);
    return (check.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  }

  /** Every example of the document that is not as its schema says. */
  wrongExamples(): string[] {
    const found: string[] = [];
    const visit = (part: unknown, at: string): void => {
      if (typeof part !== 'object' || part === null) return;
      const { schema, example } = part as { schema?: Schema; example?: unknown };
      const judge = (by: object | undefined, what: string): void => {
        if (by) for (const fault of this.wrong(by, example)) found.push(`${at}${what}: ${fault}`);
      };
      if (example !== undefined) judge(schema ?? (isSchema(part) ? part : undefined), '');
      for (const [name, inner] of Object.entries(part)) if (name !== 'example') visit(inner, `${at}/${name}`);
    };
    visit(this.closed.paths, '');
    visit(this.closed.components.schemas, '');
    return found;
  }

  private pathOf(method: string, url: string): string | undefined {
    const fits = (path: string): boolean => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`).test(url);
    const paths = Object.keys(this.document.paths).filter((path) => this.document.paths[path]![method]);
    return paths.find((path) => path === url) ?? paths.find(fits);
  }
}

const isSchema = (part: object): boolean =>
  'type' in part || 'allOf' in part || 'anyOf' in part || '$ref' in part;

const API = 'api';

/** Without names that nobody told of: clients may meet fields of later releases, a test must see them. */
function closed(part: unknown, within = ''): unknown {
  if (Array.isArray(part)) return part.map((item) => closed(item, within));
  if (typeof part !== 'object' || part === null) return part;
  const told = (name: string, value: unknown): unknown => {
    if (name === '$ref') return `${API}${String(value)}`;
    return name === 'example' ? value : closed(value, name);
  };
  const inner: Schema = Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, told(name, value)]),
  );
  const isObject = [inner.type].flat().includes('object') && typeof inner.properties === 'object';
  const isOpen = isObject && inner.additionalProperties === undefined && within !== 'allOf';
  return isOpen ? { ...inner, additionalProperties: false } : inner;
}
