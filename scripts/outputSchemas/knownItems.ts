import type { IDataObject } from 'n8n-workflow';
import type { Resource } from '../../nodes/shared/model/operation';
import type { Properties } from './jsonSchema';

/** What Xero's description does not say of the items of an operation. */
export interface KnownItems {
	/** The operation of the same resource whose items are these, too. */
	readonly like?: string;
	/** Where the answer has the record, when the operation's own function takes it out of what the envelope holds. */
	readonly at?: string;
	/** Properties of the record, made up: those that are not described, and those that the operation's own function adds. */
	readonly more?: IDataObject;
	/** Properties that are of another type than is described. */
	readonly also?: Properties;
	/** All there is in an item. */
	readonly is?: Properties | ((resource: Resource) => Properties);
}
