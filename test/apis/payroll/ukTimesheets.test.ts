import { PayrollStage } from './walk';
import { walksTimesheets } from './timesheetWalk';

walksTimesheets(new PayrollStage('ukTimesheets'), 'Overtime Hours');
