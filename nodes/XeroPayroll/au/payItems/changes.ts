import type { IDataObject } from 'n8n-workflow';
import type { Finding } from '../../../shared/model/findings';
import { shown } from '../../../shared/model/findings';
import { isBlank } from '../../../shared/model/sameValue';
import type { ListName, PayItemKind, PayItems } from './lists';
import { EARNINGS_RATE, idOf, isSameValue, KINDS, LISTS, nameOf } from './lists';

/** What an item wants of one pay item. */
export interface Change {
	readonly item: number;
	readonly kind: PayItemKind;
	/** `upsert`: the record of the ID, or of the name, or a new one. */
	readonly mode: 'create' | 'update' | 'upsert';
	/** ID of the record to change. */
	readonly id?: string | undefined;
	/** Properties that it is to have, its ID left out; a blank one empties what is there. */
	readonly given: IDataObject;
}

/** A record on its way to Xero. */
interface Draft {
	record: IDataObject;
	/** As it was read; absent for a new one. */
	readonly read?: IDataObject;
}

type Refused = Omit<Finding, 'items'>;

/** A pay item that was sent, and is not there any more afterwards, or not in use. */
export interface Lost {
	readonly kind: PayItemKind;
	readonly name: string;
	readonly is: 'gone' | 'switched off';
}

/** What Xero sets itself. */
const withoutMoment = ({ UpdatedDateUTC: _moment, ...record }: IDataObject): IDataObject => record;

/** What is given over what is there. A figure of another type of rate goes with the type, and what is given blank goes. */
function over(before: IDataObject, given: IDataObject, { figures }: PayItemKind): IDataObject {
	const isOfAnother = figures !== undefined && given[figures.by] !== undefined && given[figures.by] !== before[figures.by];
	const old = isOfAnother ? Object.values(figures.of) : [];
	const kept = Object.entries(before).filter(([name]) => !old.includes(name));
	const all = { ...Object.fromEntries(kept), ...given };
	return Object.fromEntries(Object.entries(all).filter(([, value]) => !isBlank(value)));
}

const lacksUnits = ({ RateType, TypeOfUnits }: IDataObject): boolean => RateType === 'RATEPERUNIT' && isBlank(TypeOfUnits);

/** The pay items of an organisation with changes put into them, one after another. */
export class PayItemsDraft {
	private readonly lists: ReadonlyMap<ListName, Draft[]>;
	private readonly changed = new Map<Change, Draft>();

	/** @param read as Xero has them */
	constructor(private readonly read: PayItems) {
		this.lists = new Map(
			LISTS.flatMap((list) => {
				const records = read[list];
				return records ? [[list, records.map((one) => ({ record: withoutMoment(one), read: one }))] as const] : [];
			}),
		);
	}

	/** Puts a change in. @returns why it cannot be, and nothing of it is in then */
	put(change: Change): Refused | undefined {
		const { kind, given } = change;
		const list = this.lists.get(kind.list);
		if (!list)
			return { says: `Xero's answer does not have the list of ${kind.noun}s, so nothing can be added to it`, todo: 'Run again' };
		const found = this.find(change, list);
		if (found && 'says' in found) return found;
		const record = over(found?.record ?? {}, given, kind);
		// Xero has had two of one name: each can be changed as long as the name stays.
		const isNamed = !found || nameOf(found.record) !== nameOf(record);
		const namesake = isNamed ? list.find((one) => one !== found && nameOf(one.record) === nameOf(record)) : undefined;
		if (namesake) return taken(kind, namesake.record);
		const fault =
			isBlank(record.Name) && !found
				? { place: ['Name'], says: 'is missing', todo: `A new ${kind.noun} has one` }
				: kind.faultOf?.(record, given);
		if (fault) return fault;
		const draft: Draft = found ?? { record };
		draft.record = record;
		if (!found) list.push(draft);
		this.changed.set(change, draft);
		return undefined;
	}

	/** The record that a change is about; undefined for a new one. */
	private find({ kind, mode, id, given }: Change, list: readonly Draft[]): Draft | Refused | undefined {
		if (mode === 'create') return undefined;
		if (id !== undefined) {
			const found = list.find(({ record }) => idOf(kind, record) === id.toLowerCase());
			return found ?? { place: [kind.noun], value: id, says: 'is not in the organisation chosen', todo: 'Check Organisation' };
		}
		if (mode === 'update') return { place: [kind.id], says: 'is missing', todo: `Give the ID of the ${kind.noun}` };
		const [first, ...others] = list.filter(({ record }) => nameOf(record) === nameOf(given));
		return others.length
			? { place: ['Name'], value: shown(given.Name), says: `is that of several ${kind.noun}s`, todo: `Give ${kind.id}` }
			: first;
	}

	/** Names of rates per unit without a type of units, which Xero would not take back. */
	withoutUnits(): string[] {
		const rates = this.lists.get(EARNINGS_RATE.list) ?? [];
		return rates.filter(({ record }) => lacksUnits(record)).map(({ record }) => String(record.Name));
	}

	fillUnits(): void {
		for (const draft of this.lists.get(EARNINGS_RATE.list) ?? [])
			if (lacksUnits(draft.record)) draft.record = { ...draft.record, TypeOfUnits: 'Hours' };
	}

	/**
	 * All pay items as they are sent.
	 * @throws RangeError when one that was read is not among them: Xero would delete it
	 */
	body(): IDataObject {
		for (const kind of KINDS) {
			const sent = new Set(this.lists.get(kind.list)?.map(({ record }) => idOf(kind, record)));
			const lost = (this.read[kind.list] ?? []).find((one) => !sent.has(idOf(kind, one)));
			if (lost) throw new RangeError(`The ${kind.noun} ${idOf(kind, lost)} was read and would not be sent`);
		}
		return Object.fromEntries([...this.lists].map(([list, drafts]) => [list, drafts.map(({ record }) => record)]));
	}

	/** The record that a change came to, among those that Xero has after it; undefined where it is not in them. */
	madeOf(change: Change, after: PayItems): IDataObject | undefined {
		const draft = this.changed.get(change);
		const { kind } = change;
		if (!draft) return undefined;
		const { record, read } = draft;
		const records = after[kind.list] ?? [];
		if (!read) {
			const known = new Set((this.read[kind.list] ?? []).map((one) => idOf(kind, one)));
			const [made, ...others] = records.filter((one) => nameOf(one) === nameOf(record) && !known.has(idOf(kind, one)));
			return others.length || !made || idOf(kind, made) === '' ? undefined : made;
		}
		const made = records.find((one) => idOf(kind, one) === idOf(kind, read));
		// One that is in all things as it was before was not changed, or was set back by an older copy.
		const names = [...new Set([...Object.keys(record), ...Object.keys(withoutMoment(read))])];
		const isChanged = names.filter((name) => !isSameValue(record[name], read[name]));
		if (!made || isChanged.length === 0) return made;
		return isChanged.every((name) => isSameValue(made[name], read[name])) ? undefined : made;
	}

	/**
	 * Whether Xero has a new record that may be what a change came to, under another name or beside another of the name: it is not to be
	 * written a second time then.
	 */
	mayBeThere(change: Change, after: PayItems): boolean {
		const draft = this.changed.get(change);
		const { kind } = change;
		if (!draft || draft.read) return false;
		const ids = new Set((this.read[kind.list] ?? []).map((one) => idOf(kind, one)));
		const names = new Set([...this.changed.values()].map(({ record }) => nameOf(record)));
		const { Name: _name, ...record } = draft.record;
		return (after[kind.list] ?? []).some(
			(one) =>
				!ids.has(idOf(kind, one)) &&
				(nameOf(one) === nameOf(draft.record) ||
					(!names.has(nameOf(one)) && Object.entries(record).every(([name, value]) => isSameValue(value, one[name])))),
		);
	}

	isNew(change: Change): boolean {
		return this.changed.get(change)?.read === undefined;
	}

	/** Names of given properties that Xero has otherwise than they were sent. */
	notKept(change: Change, made: IDataObject): string[] {
		const { record = {} } = this.changed.get(change) ?? {};
		return Object.keys(change.given).filter((name) => !isSameValue(record[name], made[name]));
	}

	/** Names of given properties for which a later change of the same record gives something else. */
	overtaken(change: Change): string[] {
		const { record = {} } = this.changed.get(change) ?? {};
		return Object.keys(change.given).filter((name) => !isSameValue(record[name], change.given[name]));
	}

	/** Pay items that were sent and are not there any more, or not in use any more. */
	lostIn(after: PayItems): Lost[] {
		return KINDS.flatMap((kind) => {
			const records = after[kind.list];
			if (!records) return [];
			return (this.lists.get(kind.list) ?? []).flatMap(({ record, read }) => {
				if (!read) return [];
				const found = records.find((one) => idOf(kind, one) === idOf(kind, read));
				const is = !found ? 'gone' : record.CurrentRecord === true && found.CurrentRecord === false ? 'switched off' : undefined;
				return is ? [{ kind, name: String(record.Name), is } as const] : [];
			});
		});
	}
}

/** A name that another record has, in use or not. */
function taken({ noun }: PayItemKind, { Name, CurrentRecord }: IDataObject): Refused {
	const other = CurrentRecord === false ? 'one that is not in use' : 'another one';
	return {
		place: ['Name'],
		value: shown(Name),
		says: `is that of ${other}`,
		todo:
			CurrentRecord === false
				? `Update that ${noun} and switch Active on, or give another name`
				: `Update that ${noun}, or give another name`,
	};
}

/** The record that has all that a change gives: what an earlier try of the run came to. */
export function alreadyMade({ kind, id, given }: Change, items: PayItems): IDataObject | undefined {
	const records = (items[kind.list] ?? []).filter((one) =>
		id === undefined ? nameOf(one) === nameOf(given) : idOf(kind, one) === id.toLowerCase(),
	);
	const [made, ...others] = records;
	const isWhole = made && Object.entries(given).every(([name, value]) => isSameValue(value, made[name]));
	return isWhole && others.length === 0 ? made : undefined;
}
