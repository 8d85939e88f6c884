import '../../styles/base.css';
import '../../styles/form.css';
import '../../styles/panel.css';
import './feedback.css';
import { startSurface } from '../../lib/startSurface';
import { FeedbackPanel } from './FeedbackPanel';

startSurface('module.feedbackPanel.title', <FeedbackPanel />);
