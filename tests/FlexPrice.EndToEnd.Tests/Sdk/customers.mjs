// Drives FlexPrice's official SDK against a running server. One JSON line per step; the test judges them.
// usage: node customers.mjs URL KEY
import { createRequire } from "node:module";
import { Flexprice } from "@flexprice/sdk";

const [serverURL, apiKeyAuth] = process.argv.slice(2);
const { customers } = new Flexprice({ serverURL, apiKeyAuth });
const stranger = new Flexprice({ serverURL, apiKeyAuth: "sk_somebody_else_0123456789" }).customers;

async function step(name, call) {
  let outcome;
  try {
    outcome = { result: (await call()) ?? null };
  } catch (error) {
    outcome = { error: { class: error.constructor.name, statusCode: error.statusCode ?? null, message: String(error.message), body: error.body ?? null } };
  }
  console.log(JSON.stringify({ step: name, ...outcome }));
  return outcome.result;
}

const sdkEntry = createRequire(import.meta.resolve("@flexprice/sdk"));
console.log(JSON.stringify({ step: "zod", result: sdkEntry("zod/package.json").version }));

const full = {
  externalId: "sdk a@b:c/d",
  name: "Ada Lovelace",
  email: "ada@example.com",
  addressLine1: "12 St James's Square",
  addressLine2: "2nd floor",
  addressCity: "London",
  addressState: "Greater London",
  addressPostalCode: "SW1Y 4JH",
  addressCountry: "GB",
  metadata: { tier: "gold" },
};
const created = await step("create", () => customers.createCustomer(full));
const id = created?.id ?? "missing";
await step("create without a name", () => customers.createCustomer({ externalId: "sdk-nameless", email: "no address" }));
await step("duplicate", () => customers.createCustomer(full));
await step("get", () => customers.getCustomer(id));
await step("get by external id", () => customers.getCustomerByExternalId(full.externalId));
await step("get by unknown external id", () => customers.getCustomerByExternalId("sdk-nobody"));
await step("update", () => customers.updateCustomer({ name: "Countess of Lovelace", metadata: { tier: "platinum" } }, id));
await step("update by external id", () => customers.updateCustomer({ email: "countess@example.com" }, undefined, full.externalId));

const child = await step("create child", () => customers.createCustomer({ externalId: "sdk-child", name: "Byron", parentCustomerId: id }));
for (const number of [1, 2, 3, 4, 5]) {
  await step(`create page-${number}`, () => customers.createCustomer({ externalId: `sdk-page-${number}`, name: `Page ${number}`, email: `page${number}@example.com` }));
}
await step("query all", () => customers.queryCustomer({}));
await step("query by email", () => customers.queryCustomer({ email: "page3@example.com" }));
await step("query by external ids", () => customers.queryCustomer({ externalIds: ["sdk-page-1", "sdk-page-2", "sdk-nobody"] }));
await step("query by parent", () => customers.queryCustomer({ parentCustomerIds: [id] }));
await step("query filtered", () =>
  customers.queryCustomer({ filters: [{ field: "name", operator: "contains", dataType: "string", value: { string: "page" } }] }));
await step("query sorted, first page", () =>
  customers.queryCustomer({ filters: [{ field: "name", operator: "contains", dataType: "string", value: { string: "Page" } }], sort: [{ field: "name", direction: "desc" }], limit: 2, offset: 0 }));
await step("query sorted, next page", () =>
  customers.queryCustomer({ filters: [{ field: "name", operator: "contains", dataType: "string", value: { string: "Page" } }], sort: [{ field: "name", direction: "desc" }], limit: 2, offset: 2 }));
await step("query with an unknown field", () =>
  customers.queryCustomer({ filters: [{ field: "shoe_size", operator: "eq", dataType: "string", value: { string: "43" } }] }));

await step("delete with a child", () => customers.deleteCustomer(id));
await step("delete the child", () => customers.deleteCustomer(child?.id ?? "missing"));
await step("delete", () => customers.deleteCustomer(id));
await step("delete again", () => customers.deleteCustomer(id));
await step("get deleted", () => customers.getCustomer(id));
await step("get deleted by external id", () => customers.getCustomerByExternalId(full.externalId));
await step("delete unknown id", () => customers.deleteCustomer("cust_01J00000000000000000000000"));
await step("get malformed id", () => customers.getCustomer("nonsense"));
await step("create again with the external id of the deleted", () => customers.createCustomer({ externalId: full.externalId, name: "Somebody else" }));
await step("get with a wrong key", () => stranger.getCustomer(id));
await step("delete with a wrong key", () => stranger.deleteCustomer(id));
await step("get by external id with a wrong key", () => stranger.getCustomerByExternalId("sdk-page-1"));
