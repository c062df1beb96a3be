// Every page works without this file; it makes navigation smooth and adds what HTML alone cannot do.
import * as Turbo from '@hotwired/turbo';
import './islands/ahp.js';
import './islands/bulk.js';
import './islands/chart.js';
import './islands/chooser.js';
import './islands/combobox.js';
import './islands/files.js';
import './islands/popups.js';
import './islands/print.js';
import './islands/progress.js';
import './islands/refresh.js';
import './islands/rows.js';
import './islands/search.js';
import './islands/theme.js';
import './islands/visits.js';
import './islands/weights.js';

// For kernels that do not know @media (scripting).
document.documentElement.classList.add('has-script');

// Turbo's own progress bar needs an inline style sheet, which the content policy forbids; product.css draws ours.
Turbo.config.drive.progressBarDelay = 2 ** 31 - 1;
