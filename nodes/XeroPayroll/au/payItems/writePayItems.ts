import isEqual from 'lodash/isEqual';
import type { IDataObject } from 'n8n-workflow';
import type { JoinedContext, JoinedItem, JoinedResult, OperationContext, RowFinding } from '../../../shared/model/context';
import { findingsOf, retold, stateOf } from '../../../shared/model/errorState';
import type { Finding } from '../../../shared/model/findings';
import { asSentences, shown } from '../../../shared/model/findings';
import type { XeroRequest } from '../../../shared/model/request';
import { isObject, objectsIn, toError } from '../../../shared/model/values';
import type { Change, Lost } from './changes';
import { alreadyMade, PayItemsDraft } from './changes';
import type { ListName, PayItemKind, PayItems } from './lists';
import { LISTS } from './lists';

export const PAY_ITEMS = { path: '/1.0/PayItems', envelope: 'PayItems' } as const;

/** Writes at most, when others undo them. */
const ROUNDS = 3;

/** ms: as long as another process takes, as a rule, from its reading of the pay items to its writing of them. */
const SETTLED = 1000;

/** What an item asks for, or what is wrong with it. */
export type Asked = readonly Change[] | Omit<Finding, 'items'>;

const isChanges = (asked: Asked): asked is readonly Change[] => Array.isArray(asked);

/** What became of a record that an item asked for. */
export interface Made {
	readonly change: Change;
	/** As Xero has it. */
	readonly record: IDataObject;
	readonly isNew: boolean;
	readonly findings: readonly RowFinding[];
}

/** The pay items of an organisation, all of them. */
export async function readPayItems(call: Pick<OperationContext, 'request' | 'recordsIn'>): Promise<PayItems> {
	const answer = await call.request({ ...PAY_ITEMS, scope: 'payroll.settings.read' });
	// Reading the records makes their dates ISO: what nobody here knows of goes back as it came.
	const came = isObject(answer.body) ? structuredClone(answer.body[PAY_ITEMS.envelope]) : undefined;
	const [found = {}] = call.recordsIn(answer, PAY_ITEMS.envelope);
	const asRead = (list: ListName): IDataObject[] => {
		const before = isObject(came) ? objectsIn(came[list]) : [];
		return objectsIn(found[list]).map((one, at) => {
			const { UpdatedDateUTC } = one;
			return UpdatedDateUTC === undefined ? (before[at] ?? one) : { ...(before[at] ?? one), UpdatedDateUTC };
		});
	};
	return Object.fromEntries(LISTS.flatMap((list) => (Array.isArray(found[list]) ? [[list, asRead(list)]] : [])));
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const about = (
	{ noun }: PayItemKind,
	name: unknown,
	finding: Pick<RowFinding, 'says' | 'todo'> & { code: string },
): RowFinding => ({
	place: [capital(noun)],
	value: shown(name),
	...finding,
});

/** What is said of a pay item that the write, or someone at the same time, took away: it is not put back, as that may be meant. */
const lostFinding = ({ kind, name, is }: Lost): RowFinding =>
	about(kind, name, {
		code: is === 'gone' ? 'payItemGone' : 'payItemSwitchedOff',
		says: is === 'gone' ? 'is not among the pay items any more' : 'is not in use any more',
		todo: 'A person or another program may have changed it at the same time: look in Xero',
	});

const againFinding = ({ kind }: Change, { Name }: IDataObject): RowFinding =>
	about(kind, Name, {
		code: 'writtenAgain',
		says: 'was undone by another program at the same time, and was written again',
		todo: 'Let one workflow at a time write pay items',
	});

/** Changes of pay items by all items of a run: one reading, one writing of all four lists, and a look at what Xero has then. */
class PayItemsWrite {
	private readonly refused = new Map<number, Error>();
	private readonly made = new Map<Change, Made>();
	private readonly lost = new Map<string, Lost>();

	constructor(
		private readonly call: JoinedContext,
		private readonly asked: ReadonlyMap<number, Asked>,
		private readonly fillsUnits: boolean,
	) {}

	/** What became of each item's changes, or why there is nothing. */
	async run(): Promise<{ readonly made: readonly Made[]; readonly refused: ReadonlyMap<number, Error>; readonly lost: Lost[] }> {
		let open: readonly Change[] = [...this.asked].flatMap(([item, asked]) => {
			if (isChanges(asked)) return asked;
			this.refused.set(item, this.call.refusalOf(item, asked));
			return [];
		});
		let read = await readPayItems(this.call);
		for (let round = 1; open.length > 0 && round <= ROUNDS; round += 1) {
			const next = await this.round(open, read, round);
			if (next === undefined) return this.ended();
			({ open, read } = next);
		}
		for (const change of open) this.refused.set(change.item, this.notThere(change));
		return this.ended();
	}

	private ended() {
		const isWhole = ({ change: { item } }: Made): boolean => !this.refused.has(item);
		return { made: [...this.made.values()].filter(isWhole), refused: this.refused, lost: [...this.lost.values()] };
	}

	/** Writes once. @returns what is not there afterwards; undefined when nothing is to be written */
	private async round(
		open: readonly Change[],
		read: PayItems,
		round: number,
	): Promise<{ open: readonly Change[]; read: PayItems } | undefined> {
		const { path } = PAY_ITEMS;
		const request = { method: 'POST', path, step: `pay items ${round}` } as const satisfies XeroRequest;
		// What an earlier try of the run sent goes as it was, whatever could be made of the pay items by now.
		const draft = this.call.wasSent(request) ? undefined : this.draftOf(open, read);
		if (draft && this.refused.size > 0 && round === 1 && this.call.stopsAtRefusals) return undefined;
		const wanted = open.filter(({ item }) => !this.refused.has(item));
		if (wanted.length === 0) return undefined;
		if (draft) this.takeUnits(draft);
		const doubt = await this.send({ ...request, ...(draft ? { body: draft.body() } : {}) }, read, round);
		await this.call.pause(SETTLED).catch(() => undefined);
		const after = await readPayItems(this.call);
		for (const change of wanted) {
			const record = draft ? draft.madeOf(change, after) : alreadyMade(change, after);
			if (record) this.made.set(change, this.madeOf(change, record, draft, round));
		}
		for (const lost of draft?.lostIn(after) ?? []) this.lost.set(`${lost.kind.key} ${lost.name}`, lost);
		const left = wanted.filter((change) => !this.made.has(change));
		if (doubt && left.length > 0) throw doubt;
		const unclear = left.filter((change) => draft?.mayBeThere(change, after));
		for (const change of unclear) this.refused.set(change.item, this.notThere(change));
		return { open: left.filter(({ item }) => !this.refused.has(item)), read: after };
	}

	/** The pay items with the changes in them; items of which one cannot be put in are put among the refused, with all of theirs. */
	private draftOf(open: readonly Change[], read: PayItems): PayItemsDraft {
		for (;;) {
			const draft = new PayItemsDraft(read);
			const before = this.refused.size;
			for (const change of open) {
				if (this.refused.has(change.item)) continue;
				const fault = draft.put(change);
				if (fault) this.refused.set(change.item, this.call.refusalOf(change.item, fault));
			}
			if (this.refused.size === before) return draft;
		}
	}

	/** Xero refuses to take back rates that it made itself, when they have no type of units. */
	private takeUnits(draft: PayItemsDraft): void {
		if (this.fillsUnits) draft.fillUnits();
		const names = draft.withoutUnits();
		if (names.length === 0) return;
		const [rates, them] =
			names.length === 1 ? [`earnings rate ${names[0]} has`, 'it'] : [`earnings rates ${names.join(', ')} have`, 'them'];
		this.call.refuse({
			says: `Xero would refuse its own pay items as they are: the ${rates} no type of units`,
			todo: `Give ${them} a type of units in Xero, or switch on Fill In Missing Type of Units`,
			description: 'Nothing was changed.',
		});
	}

	/** @returns why it is open whether it was done, when it is */
	private async send(request: XeroRequest, read: PayItems, round: number): Promise<Error | undefined> {
		let answer: unknown;
		try {
			const { body } = await this.call.request(request);
			answer = body;
		} catch (cause) {
			const { state } = stateOf(cause) ?? {};
			if (state === 'unconfirmed') return toError(cause);
			throw state === 'refused' && round === 1 ? await this.unchanged(toError(cause), read) : toError(cause);
		}
		// A good status with refusals in it; it may also hold nothing, and then the pay items themselves have to tell.
		if (isObject(answer)) this.call.assertSaved([answer], []);
		return undefined;
	}

	/** A refusal, and that nothing was changed, once it is seen to be so. */
	private async unchanged(cause: Error, read: PayItems): Promise<Error> {
		const after = await readPayItems(this.call).catch(() => undefined);
		const [finding] = findingsOf(cause, []);
		if (!finding || !isEqual(after, read)) return cause;
		const { description } = cause as { description?: string | null };
		return retold(cause, finding, {
			description: asSentences(...(description ? [description] : []), 'Nothing was changed: Xero takes all pay items, or none.'),
		});
	}

	private madeOf(change: Change, record: IDataObject, draft: PayItemsDraft | undefined, round: number): Made {
		const otherwise = draft?.notKept(change, record) ?? [];
		const others = draft?.overtaken(change) ?? [];
		const overtaken: RowFinding[] = others.length
			? [
					about(change.kind, record.Name, {
						code: 'givenTwice',
						says: `a later item gives another ${others.join(', ')}, and Xero has that`,
						todo: 'Give each pay item once',
					}),
				]
			: [];
		const notKept: RowFinding[] = otherwise.length
			? [
					about(change.kind, record.Name, {
						code: 'notKept',
						says: `Xero did not keep ${otherwise.join(', ')} as it was sent`,
						todo: 'Look at it in Xero',
					}),
				]
			: [];
		return {
			change,
			record,
			isNew: draft?.isNew(change) ?? change.mode === 'create',
			findings: [...overtaken, ...notKept, ...(round > 1 && draft ? [againFinding(change, record)] : [])],
		};
	}

	private notThere({ item, kind, given }: Change): Error {
		return this.call.refusalOf(item, {
			place: [capital(kind.noun)],
			value: shown(given.Name),
			says: 'Xero took the write, and the pay items do not have it',
			todo: 'Another program may write pay items at the same time: look in Xero before running it again',
			state: 'unconfirmed',
		});
	}
}

/**
 * Does what all items of a run ask for with one write, in its turn among the runs of this process: two at once would take away from each
 * other what they add.
 * @param asks what an item asks for
 * @param rowOf what an item gives for a record
 */
export const writePayItems =
	(asks: (item: JoinedItem) => Asked, rowOf: (made: Made) => IDataObject) =>
	async (call: JoinedContext): Promise<JoinedResult[]> =>
		await call.alone('pay items', async () => {
			const fillsUnits = call.joined.some(({ options }) => options.fillInUnits === true);
			const asked = new Map(call.joined.map((one) => [one.item, asks(one)]));
			const { made, refused, lost } = await new PayItemsWrite(call, asked, fillsUnits).run();
			const losses = lost.map(lostFinding);
			const [first] = refused.values();
			return call.joined.map(({ item }): JoinedResult => {
				const error = refused.get(item);
				if (error) return { item, error };
				const own = made.filter(({ change }) => change.item === item);
				if (own.length === 0 && first) return { item, heldBackBy: first };
				return {
					item,
					rows: own.map((one) => {
						const findings = [...one.findings, ...losses];
						return { json: rowOf(one), ...(findings.length ? { findings } : {}) };
					}),
				};
			});
		});
