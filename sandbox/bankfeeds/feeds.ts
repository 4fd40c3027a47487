import type { Sided } from './amounts';
import type { Problem } from './problems';

/** Times are ms of the sandbox's clock. */
export interface ConnectionRow {
	id: string;
	tenantId: string;
	accountToken: string;
	accountId: string;
	accountNumber: string;
	accountName: string;
	accountType: 'BANK' | 'CREDITCARD';
	/** ISO 4217, of the account. */
	currency: string;
	/** ISO 3166, of the organisation. */
	country: string;
	createdAt: number;
	/** When its deletion was asked for. */
	deletedAt?: number;
}

export interface StatementLine extends Sided {
	postedDate: string;
	description?: string;
	transactionId?: string;
	payeeName?: string;
	reference?: string;
	chequeNumber?: string;
	transactionType?: string;
}

/** A statement as it was sent. */
export interface StatementDraft {
	feedConnectionId: string;
	startDate: string;
	endDate: string;
	startBalance: Sided;
	endBalance: Sided;
	lines: readonly StatementLine[];
}

export interface StatementRow extends StatementDraft {
	id: string;
	tenantId: string;
	createdAt: number;
	/** What it turns out to be wrong with once it is no longer pending. */
	errors: readonly Problem[];
	/** Its errors were known at once: it never was pending. */
	atOnce: boolean;
}

/** All feeds of the one financial institution that the sandbox's apps are, over every organisation. */
export class Feeds {
	readonly connections = new Map<string, ConnectionRow>();
	readonly statements = new Map<string, StatementRow>();

	constructor(
		/** How long (ms) connections, deletions and statements are pending. */
		readonly pending: number,
		private readonly now: () => number,
	) {}

	/** Remembers what there is; the function returned puts that back. Rows are never changed in place. */
	restorePoint(): () => void {
		const [connections, statements] = [[...this.connections], [...this.statements]];
		return () => {
			this.connections.clear();
			this.statements.clear();
			for (const [id, row] of connections) this.connections.set(id, row);
			for (const [id, row] of statements) this.statements.set(id, row);
		};
	}

	/** True until what was asked for at a moment is done. */
	isPending(since: number): boolean {
		return this.now() < since + this.pending;
	}

	/** The connections of an organisation; one that is being deleted is there until that is done. */
	connectionsOf(tenantId: string): ConnectionRow[] {
		return [...this.connections.values()].filter((row) => row.tenantId === tenantId && this.exists(row));
	}

	statementsOf(tenantId: string): StatementRow[] {
		return [...this.statements.values()].filter((row) => row.tenantId === tenantId);
	}

	/** The connection with a token that no deletion was asked for, in whatever organisation. */
	byToken(token: string): ConnectionRow | undefined {
		return [...this.connections.values()].find((row) => row.accountToken === token && row.deletedAt === undefined);
	}

	/** What has become of a statement by now. A connection that was deleted before the delivery has it rejected. */
	outcome(row: StatementRow, gone: Problem): { status: 'PENDING' | 'DELIVERED' | 'REJECTED'; errors: readonly Problem[] } {
		if (!row.atOnce && this.isPending(row.createdAt)) return { status: 'PENDING', errors: [] };
		const deletedAt = this.connections.get(row.feedConnectionId)?.deletedAt ?? Infinity;
		const errors = row.errors.length === 0 && deletedAt < row.createdAt + this.pending ? [gone] : row.errors;
		return { status: errors.length > 0 ? 'REJECTED' : 'DELIVERED', errors };
	}

	private exists({ deletedAt }: ConnectionRow): boolean {
		return deletedAt === undefined || this.isPending(deletedAt);
	}
}
