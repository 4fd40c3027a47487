import { calendarDate } from '../accounting/values/dates';
import { isGuid } from '../accounting/resource/input';
import { type Sided, tenThousandths } from './amounts';
import { type Body, problem, type Problem } from './problems';

/** Reads the fields of one object; what is wrong with them is added to `problems`, in Xero's words where an example has them. */
export class Fields {
	constructor(
		private readonly body: Body,
		private readonly problems: Problem[],
		/** Before the name of a field in a sentence: 'StatementLine.' */
		private readonly prefix = '',
	) {}

	/** Text of at most `most` characters; numbers are taken as they are written. */
	text(key: string, most: number): string | undefined {
		const value = this.body[key];
		if (value === undefined || value === null || value === '') return undefined;
		if (typeof value !== 'string' && typeof value !== 'number') return this.wrong(key);
		const text = String(value);
		if (text.length > most) this.fail(key, `exceeded the maximum length of ${most}.`);
		return text;
	}

	/** One of `choices`, in capitals as the schema has them. */
	choice<Choice extends string>(key: string, choices: readonly Choice[]): Choice | undefined {
		const text = this.text(key, Infinity);
		if (text === undefined) return undefined;
		return choices.find((choice) => choice === text) ?? this.fail(key, `the value must be one of ${choices.join(', ')}.`);
	}

	/** In lower case. */
	guid(key: string): string | undefined {
		const text = this.text(key, Infinity);
		if (text === undefined) return undefined;
		return isGuid(text) ? text.toLowerCase() : this.wrong(key);
	}

	/** A calendar date, YYYY-MM-DD. */
	date(key: string): string | undefined {
		const text = this.text(key, Infinity);
		if (text === undefined) return this.missing(key);
		const day = text.length === 10 ? calendarDate(text) : undefined;
		return day ?? this.wrong(key);
	}

	/** `amount` and `creditDebitIndicator` of this very object. */
	sided(): Sided | undefined {
		const creditDebitIndicator = this.choice('creditDebitIndicator', ['CREDIT', 'DEBIT']);
		if (this.body['creditDebitIndicator'] === undefined) this.missing('creditDebitIndicator');
		if (this.body['amount'] === undefined) return this.missing('amount');
		const amount = tenThousandths(this.body['amount']);
		if (amount === undefined) return this.wrong('amount');
		return creditDebitIndicator && { amount, creditDebitIndicator };
	}

	/** A nested object, which must be there. */
	object(key: string): Fields | undefined {
		const value = this.body[key];
		if (value === undefined || value === null) return this.missing(key);
		return isBody(value) ? new Fields(value, this.problems, `${capital(key)}.`) : this.wrong(key);
	}

	/** The nested objects of a list, under the name of one of them. */
	list(key: string, singular: string): Fields[] | undefined {
		const value = this.body[key];
		if (value === undefined || value === null) return this.missing(key);
		if (!Array.isArray(value) || !value.every(isBody)) return this.wrong(key);
		return value.map((entry) => new Fields(entry, this.problems, `${singular}.`));
	}

	/** Says that a field must be there. */
	missing(key: string): undefined {
		return this.fail(key, 'a value must be provided.');
	}

	private wrong(key: string): undefined {
		return this.fail(key, 'the value is not valid.');
	}

	private fail(key: string, what: string): undefined {
		this.problems.push(problem('invalid-request', `For the request field '${this.prefix}${capital(key)}' ${what}`));
		return undefined;
	}
}

/** True for a JSON object. */
export function isBody(value: unknown): value is Body {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of `{items: [...]}`; undefined unless there is at least one. */
export function itemsOf(body: unknown): Body[] | undefined {
	const items = isBody(body) ? body['items'] : undefined;
	return Array.isArray(items) && items.length > 0 && items.every(isBody) ? items : undefined;
}

function capital(key: string): string {
	return key.charAt(0).toUpperCase() + key.slice(1);
}
