import type { FastifyRequest } from 'fastify';

/** Browsers name where a request comes from: a strange site must not steer the sandbox. Other clients name nothing. */
export function sentFromHere({ headers: { origin, host } }: FastifyRequest): boolean {
	return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}
