import type { IDataObject } from 'n8n-workflow';
import type { Stage } from './stage';

const ADDRESS = '/api.xro/2.0';

type Answer = Record<string, unknown>;

/** Calls of the test's own to the sandbox, beside those of the node, in one organisation. */
export class BooksByApi {
	constructor(
		private readonly on: Stage,
		private readonly tenant: string,
	) {}

	/** What an address answers. @throws where Xero refuses it */
	async ask(path: string, body?: IDataObject, method: 'PUT' | 'POST' = 'PUT'): Promise<Answer> {
		const { access_token: token } = this.on.credentials.xeroSuiteOAuth2Api.oauthTokenData as { access_token: string };
		const answer = await fetch(`${this.on.sandbox.url}${ADDRESS}${path}`, {
			headers: {
				Authorization: `Bearer ${token}`,
				Accept: 'application/json',
				'Content-Type': 'application/json',
				'Xero-Tenant-Id': this.tenant,
			},
			...(body ? { method, body: JSON.stringify(body) } : {}),
		});
		if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
		return (await answer.json()) as Answer;
	}

	/** Writes one record and gives its ID. */
	async put(list: string, id: string, body: IDataObject): Promise<string> {
		const answer = await this.ask(`/${list}`, body);
		return String((answer[list.split('/').pop()!] as IDataObject[])[0]![id]);
	}

	/** Cells of the rows of a report, totals among them. */
	private async rows(path: string): Promise<Array<ReadonlyArray<{ Value: string; Attributes?: Array<{ Value: string }> }>>> {
		const [report] = (await this.ask(`/Reports/${path}`)).Reports as Array<{ Rows: IDataObject[] }>;
		const within = (rows: IDataObject[]): IDataObject[] =>
			rows.flatMap((row) => [row, ...within((row.Rows ?? []) as IDataObject[])]);
		return within(report!.Rows).flatMap(({ Cells }) => (Cells ? [Cells as never] : []));
	}

	/** What stands on each account at the end of a day, in cents, debits above zero. */
	async trialBalance(date: string, more = ''): Promise<Map<string, number>> {
		const cells = await this.rows(`TrialBalance?date=${date}${more}`);
		const side = (value = ''): number => Math.round(Number(value || 0) * 100);
		return new Map(
			cells.flatMap(([first, , , debit, credit]) => {
				const id = first?.Attributes?.[0]?.Value;
				return id === undefined ? [] : [[id, side(debit?.Value) - side(credit?.Value)] as const];
			}),
		);
	}

	/** What Xero's aged report says that a contact owes or is owed at the end of a day, in cents, currencies added up as they are. */
	async agedDue(side: 'Receivables' | 'Payables', contact: string, date: string): Promise<number> {
		const cells = await this.rows(`Aged${side}ByContact?contactId=${contact}&date=${date}`);
		return Math.round(Number(cells.at(-1)?.at(-1)?.Value ?? 0) * 100);
	}
}
