import type { Actor } from '@quittance/kernel';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problem.js';

/** Who may use which route: `'POST /v1/invoices/:id/owner': ['clerk', 'manager']`. What is not in it, nobody may. */
export type RouteRoles = Readonly<Record<string, readonly string[]>>;

/** @throws ProblemError 403 when none of the actor's roles may use the route */
export function refuseOtherRoles(table: RouteRoles, request: FastifyRequest, actor: Actor): void {
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  refuseRoles(table, `${method} ${request.routeOptions.url}`, actor);
}

/** @param route as the table has it @throws ProblemError 403 */
export function refuseRoles(table: RouteRoles, route: string, actor: Actor): void {
  const allowed = table[route] ?? [];
  if (actor.roles.some((role) => allowed.includes(role))) return;
  throw new ProblemError(
    403,
    'forbidden',
    allowed.length > 0 ? `This needs one of the roles ${allowed.join(', ')}.` : 'No role may do this.',
  );
}

/** Shows the table in the OpenAPI document: `x-roles` and a sentence on every operation. */
export function showRoles(document: OpenAPIObject, table: RouteRoles): void {
  for (const [key, roles] of Object.entries(table)) {
    const [method, url] = key.split(' ') as [string, string];
    const path = document.paths[url.replace(/:(\w+)/g, '{$1}')] as Record<string, Described> | undefined;
    const operation = path?.[method.toLowerCase()];
    if (!operation) continue;
    operation['x-roles'] = [...roles];
    operation.description = [operation.description, `Roles: ${roles.join(', ')}.`]
      .filter(Boolean)
      .join('\n\n');
  }
}

interface Described {
  description?: string;
  'x-roles'?: string[];
}
