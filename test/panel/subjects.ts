import type { Api, Operation } from '../../nodes/shared/model/operation';
import type { Example } from '../examples/example';
import type { NodeCase } from '../examples/nodes';
import { plainExample } from '../examples/plain';

/** An operation with one of its example inputs. */
export interface Subject {
	readonly api: Api;
	readonly resource: string;
	readonly name: string;
	readonly row: Operation;
	/** What the resource's own ID is called. */
	readonly id: string;
	readonly example: Example;
}

/** All operations of an API but API Request, each with so many of its examples at most; a plain one without any is filled in. */
export const subjectsOf = ({ api, examples }: Pick<NodeCase, 'api' | 'examples'>, most: number): Subject[] =>
	api.resources
		.filter(({ key }) => key !== 'apiRequest')
		.flatMap(({ key: resource, operations, id }) =>
			Object.entries(operations).flatMap(([name, row]) =>
				(examples[resource]?.[name] ?? [plainExample(row)])
					.slice(0, most)
					.map((example) => ({ api, resource, name, row, id, example })),
			),
		);
