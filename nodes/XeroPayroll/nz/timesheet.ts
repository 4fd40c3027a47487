import { inWords } from '../builders/inputs';
import { timesheets } from '../builders/timesheets';

export const [timesheet, timesheetLine] = timesheets({ statuses: inWords(['Draft', 'Requested', 'Approved', 'Completed']) });
