import '@fontsource-variable/inter/wght.css';
import './style/tokens.css';
import './style/base.css';
import './style/print.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { mayRetry } from './api/asking';
import { askAtOnce } from './first-asked';
import { router } from './router';
import { InLanguage } from './words/in-language';

const queries = new QueryClient({
  defaultOptions: { queries: { retry: mayRetry, refetchOnWindowFocus: true } },
});

const page = createRoot(document.getElementById('page')!);
void askAtOnce(queries, window.location).then(() =>
  page.render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <InLanguage>
          <RouterProvider router={router} />
        </InLanguage>
      </QueryClientProvider>
    </StrictMode>,
  ),
);
