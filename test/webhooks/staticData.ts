import type { IDataObject } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import type { Types, WorkflowFile } from '../n8n';
import { workflowOf } from '../n8n';

/** A workflow over static data as n8n read it from its database. A second one over the same object takes the mark of a change away. */
export function workflowWith(file: WorkflowFile, types: Types, staticData: IDataObject): Workflow {
	const { id, name, nodeTypes, settings } = workflowOf(file, types);
	const { nodes, connections } = file;
	return new Workflow({ id, name: name!, nodes, connections, active: true, nodeTypes, staticData, settings });
}

/** Whether n8n would save the workflow's static data now. */
export const isChanged = ({ staticData }: Workflow): boolean => staticData.__dataChanged === true;
