// The API's description, and a page to read it by.
import Router from '@koa/router';

export function openApiRoutes(): Router {
  const router = new Router();
  return router;
}
