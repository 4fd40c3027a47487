import { randomUUID } from 'node:crypto';

import type { Clock, SandboxApp } from '../contract';
import type { Organisation } from '../organisations';

/** One organisation connected to an app by a person, as GET /connections tells it. */
export interface Connection {
	id: string;
	authEventId: string;
	tenantId: string;
	tenantType: 'ORGANISATION';
	tenantName: string;
	createdDateUtc: string;
	updatedDateUtc: string;
}

/** Which person connected which organisations to which app. */
export class Connections {
	private readonly of = new Map<string, Connection[]>();

	constructor(
		private readonly clock: Clock,
		/** Those there are now; more may come while the sandbox runs. */
		readonly organisations: readonly Organisation[],
	) {}

	/** The organisations the person connected to the app, oldest first. */
	list(app: SandboxApp, userId: string): readonly Connection[] {
		return this.of.get(key(app, userId)) ?? [];
	}

	/** Connects organisations in one consent; those connected already keep their id and get the new event. */
	connect(app: SandboxApp, userId: string, tenantIds: readonly string[], authEventId: string): void {
		const connections = [...this.list(app, userId)];
		const now = timestamp(this.clock.now());
		for (const { tenantId, name } of this.organisations.filter((organisation) => tenantIds.includes(organisation.tenantId))) {
			const known = connections.find((connection) => connection.tenantId === tenantId);
			if (known !== undefined) Object.assign(known, { authEventId, updatedDateUtc: now });
			else {
				const tenant = { tenantId, tenantType: 'ORGANISATION' as const, tenantName: name };
				connections.push({ id: randomUUID(), authEventId, ...tenant, createdDateUtc: now, updatedDateUtc: now });
			}
		}
		this.of.set(key(app, userId), connections);
	}

	/** Ends one connection; false when the person has none with that id. */
	remove(app: SandboxApp, userId: string, id: string): boolean {
		const connections = this.list(app, userId);
		this.of.set(
			key(app, userId),
			connections.filter((connection) => connection.id.toLowerCase() !== id.toLowerCase()),
		);
		return connections.length !== this.list(app, userId).length;
	}

	/** Ends all connections of a person with an app, as a revocation does. */
	removeAll(app: SandboxApp, userId: string): void {
		this.of.delete(key(app, userId));
	}

	/** Ends everybody's connection to an organisation. */
	disconnect(tenantId: string): void {
		for (const [owner, connections] of this.of) {
			this.of.set(
				owner,
				connections.filter((connection) => connection.tenantId !== tenantId),
			);
		}
	}
}

const key = ({ clientId }: SandboxApp, userId: string): string => `${clientId} ${userId}`;

/** Identity's timestamps have seven decimals and no zone (OpenAPI example: 2019-12-07T18:46:19.5165400). */
function timestamp(ms: number): string {
	return new Date(ms).toISOString().replace('Z', '0000');
}
