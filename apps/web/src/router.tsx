import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  retainSearchParams,
} from '@tanstack/react-router';
import { Frame } from './shell/frame';
import { NotFound } from './shell/not-found';
import { SignIn } from './shell/sign-in.page';
import { parseSearch, type Search, stringifySearch, TIME_KEYS } from './time/search';

/** Texts alone: what is no text has no place in an address. */
const texts = (search: Record<string, unknown>): Search =>
  Object.fromEntries(
    Object.entries(search).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );

const root = createRootRoute({
  component: Frame,
  notFoundComponent: NotFound,
  validateSearch: texts,
  // Time travels along every link; filters do not.
  search: { middlewares: [retainSearchParams([...TIME_KEYS])] },
});
const getParentRoute = () => root;

const pages = [
  createRoute({
    getParentRoute,
    path: '/',
    component: lazyRouteComponent(() => import('./overview/overview.page'), 'Overview'),
  }),
  createRoute({
    getParentRoute,
    path: '/invoices',
    component: lazyRouteComponent(() => import('./invoice/invoices.page'), 'Invoices'),
  }),
  createRoute({
    getParentRoute,
    path: '/invoices/drafts',
    component: lazyRouteComponent(() => import('./draft/drafts.page'), 'Drafts'),
  }),
  createRoute({
    getParentRoute,
    path: '/invoices/$id',
    component: lazyRouteComponent(() => import('./invoice/invoice.page'), 'Invoice'),
  }),
  createRoute({
    getParentRoute,
    path: '/invoices/number/$number',
    component: lazyRouteComponent(() => import('./invoice/by-number.page'), 'InvoiceByNumber'),
  }),
  createRoute({
    getParentRoute,
    path: '/customers',
    component: lazyRouteComponent(() => import('./customer/customers.page'), 'Customers'),
  }),
  createRoute({
    getParentRoute,
    path: '/customers/$id',
    component: lazyRouteComponent(() => import('./customer/customer.page'), 'Customer'),
  }),
  createRoute({
    getParentRoute,
    path: '/payments',
    component: lazyRouteComponent(() => import('./payment/payments.page'), 'Payments'),
  }),
  createRoute({
    getParentRoute,
    path: '/payments/apply',
    component: lazyRouteComponent(() => import('./payment/apply.page'), 'Apply'),
  }),
  createRoute({
    getParentRoute,
    path: '/payments/$id',
    component: lazyRouteComponent(() => import('./payment/payment.page'), 'Payment'),
  }),
  createRoute({
    getParentRoute,
    path: '/credit-notes/$id',
    component: lazyRouteComponent(() => import('./credit-note/credit-note.page'), 'CreditNote'),
  }),
  createRoute({
    getParentRoute,
    path: '/reports',
    component: lazyRouteComponent(() => import('./reporting/reports.page'), 'Reports'),
  }),
  createRoute({
    getParentRoute,
    path: '/reports/aging',
    component: lazyRouteComponent(() => import('./reporting/aging.page'), 'Aging'),
  }),
  createRoute({
    getParentRoute,
    path: '/reports/exceptions',
    component: lazyRouteComponent(() => import('./reporting/exceptions.page'), 'Exceptions'),
  }),
  createRoute({
    getParentRoute,
    path: '/reports/unapplied',
    component: lazyRouteComponent(() => import('./reporting/unapplied.page'), 'Unapplied'),
  }),
  createRoute({
    getParentRoute,
    path: '/reports/late-recorded',
    component: lazyRouteComponent(() => import('./reporting/late-recorded.page'), 'LateRecorded'),
  }),
  createRoute({
    getParentRoute,
    path: '/reports/numbering',
    component: lazyRouteComponent(() => import('./reporting/numbering.page'), 'Numbering'),
  }),
  createRoute({
    getParentRoute,
    path: '/work',
    component: lazyRouteComponent(() => import('./work/work.page'), 'Work'),
  }),
  createRoute({
    getParentRoute,
    path: '/reminders',
    component: () => <Navigate to="/reminders/approvals" replace />,
  }),
  createRoute({
    getParentRoute,
    path: '/reminders/approvals',
    component: lazyRouteComponent(() => import('./dunning/mails.page'), 'Approvals'),
  }),
  createRoute({
    getParentRoute,
    path: '/reminders/mails',
    component: lazyRouteComponent(() => import('./dunning/mails.page'), 'Mails'),
  }),
  createRoute({
    getParentRoute,
    path: '/reminders/blocked',
    component: lazyRouteComponent(() => import('./dunning/blocked.page'), 'BlockedReminders'),
  }),
  createRoute({
    getParentRoute,
    path: '/reminders/policies',
    component: lazyRouteComponent(() => import('./dunning/policies.page'), 'Policies'),
  }),
  createRoute({
    getParentRoute,
    path: '/reminders/policies/write',
    component: lazyRouteComponent(() => import('./dunning/write-policy.page'), 'WritePolicy'),
  }),
  createRoute({
    getParentRoute,
    path: '/reminders/templates',
    component: lazyRouteComponent(() => import('./dunning/templates.page'), 'Templates'),
  }),
  createRoute({
    getParentRoute,
    path: '/reminders/simulation',
    component: lazyRouteComponent(() => import('./dunning/simulation.page'), 'Simulation'),
  }),
  createRoute({
    getParentRoute,
    path: '/audit',
    component: lazyRouteComponent(() => import('./audit/audit.page'), 'Audit'),
  }),
  createRoute({
    getParentRoute,
    path: '/facts/$position',
    component: lazyRouteComponent(() => import('./audit/fact.page'), 'Fact'),
  }),
  createRoute({
    getParentRoute,
    path: '/admin',
    component: () => <Navigate to="/admin/people" replace />,
  }),
  createRoute({
    getParentRoute,
    path: '/admin/people',
    component: lazyRouteComponent(() => import('./admin/people.page'), 'People'),
  }),
  createRoute({
    getParentRoute,
    path: '/admin/limits',
    component: lazyRouteComponent(() => import('./admin/limits.page'), 'Limits'),
  }),
  createRoute({
    getParentRoute,
    path: '/admin/imports',
    component: lazyRouteComponent(() => import('./admin/imports.page'), 'Imports'),
  }),
  createRoute({
    getParentRoute,
    path: '/admin/parked',
    component: lazyRouteComponent(() => import('./admin/parked.page'), 'Parked'),
  }),
  createRoute({
    getParentRoute,
    path: '/admin/status',
    component: lazyRouteComponent(() => import('./admin/status.page'), 'InstallationStatus'),
  }),
  createRoute({ getParentRoute, path: '/session/start', component: SignIn }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren(pages),
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultPreload: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
