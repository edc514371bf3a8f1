-- The least that deletes a customer correctly: its row locked, everything that hangs on it removed, retained or handed on, and the same rows of evidence written.
-- It reads nothing to decide, and asks nobody. Changed in a commit of its own only: everything is measured against it.
CREATE FUNCTION floor.delete_customer(_number bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    _customer text := floor.customer(_number);
    _tenant text := floor.tenant();
    _environment text := floor.environment();
    _actor text := floor.actor();
BEGIN
PERFORM id FROM customers WHERE tenant_id = _tenant AND environment_id = _environment AND id = _customer FOR UPDATE;

INSERT INTO deletions (tenant_id, environment_id, id, customer_id, plan_digest, edges, state, open_recipients, usage_events_erased, created_at, updated_at, created_by, updated_by, version)
VALUES (_tenant, _environment, 'del_' || right(_customer, 26), _customer, 'sha256:' || encode(sha256(CAST(_customer AS bytea)), 'hex'), floor.edges(), 'telling', 2, 0, now(), now(), _actor, _actor, 1);

DELETE FROM subscription_line_items WHERE tenant_id = _tenant AND environment_id = _environment AND subscription_id IN (
    SELECT id FROM subscriptions WHERE tenant_id = _tenant AND environment_id = _environment AND customer_id = _customer);

DELETE FROM invoice_line_items WHERE tenant_id = _tenant AND environment_id = _environment AND invoice_id IN (
    SELECT id FROM invoices WHERE tenant_id = _tenant AND environment_id = _environment AND customer_id = _customer);

DELETE FROM invoice_payments WHERE tenant_id = _tenant AND environment_id = _environment AND invoice_id IN (
    SELECT id FROM invoices WHERE tenant_id = _tenant AND environment_id = _environment AND customer_id = _customer);

UPDATE invoices SET deletion_id = 'del_' || right(_customer, 26), customer_id = NULL, subscription_id = NULL, description = '', metadata = NULL,
    bill_to_name = '', bill_to_email = '', bill_to_line1 = '', bill_to_line2 = '', bill_to_city = '', bill_to_state = '', bill_to_postal_code = '', bill_to_country = '',
    updated_at = now(), updated_by = _actor, version = version + 1
WHERE tenant_id = _tenant AND environment_id = _environment AND customer_id = _customer;

DELETE FROM subscriptions WHERE tenant_id = _tenant AND environment_id = _environment AND customer_id = _customer;

DELETE FROM wallet_transactions WHERE tenant_id = _tenant AND environment_id = _environment AND wallet_id IN (
    SELECT id FROM wallets WHERE tenant_id = _tenant AND environment_id = _environment AND customer_id = _customer);

DELETE FROM wallets WHERE tenant_id = _tenant AND environment_id = _environment AND customer_id = _customer;

DELETE FROM usage_subjects WHERE tenant_id = _tenant AND environment_id = _environment AND customer_id = _customer;

DELETE FROM workflows WHERE tenant_id = _tenant AND environment_id = _environment AND customer_id = _customer;

INSERT INTO recipients (tenant_id, environment_id, id, deletion_id, provider, wanted_action, state, sealed, wrapped_key, attempts, created_at)
SELECT tenant_id, environment_id, 'rcpt_' || right(id, 26), 'del_' || right(_customer, 26), provider_type, 'erase', 'unreachable', sealed, wrapped_key, 0, now()
FROM integration_mappings WHERE tenant_id = _tenant AND environment_id = _environment AND customer_id = _customer;

DELETE FROM integration_mappings WHERE tenant_id = _tenant AND environment_id = _environment AND customer_id = _customer;

INSERT INTO past_holdings (tenant_id, environment_id, external_id_hash, ended_at, customer_id, deletion_id, is_resumed)
SELECT tenant_id, environment_id, external_id_hash, now(), NULL, 'del_' || right(_customer, 26), false
FROM customers WHERE tenant_id = _tenant AND environment_id = _environment AND id = _customer;

INSERT INTO fences (tenant_id, environment_id, external_id_hash, raised_at, expires_at)
SELECT tenant_id, environment_id, external_id_hash, now(), now() + interval '3 years'
FROM customers WHERE tenant_id = _tenant AND environment_id = _environment AND id = _customer;

DELETE FROM customers WHERE tenant_id = _tenant AND environment_id = _environment AND id = _customer;

INSERT INTO audit_entries (tenant_id, environment_id, id, action, subject_id, detail, actor_id, occurred_at)
VALUES (_tenant, _environment, 'audit_' || right(_customer, 26), 'customer.deleted', _customer, '', _actor, now());

INSERT INTO outbox_messages (tenant_id, environment_id, message_id, reaction, lane, line, ordering_key, event_name, payload, occurred_at, attempts, due_at)
SELECT _tenant, _environment, 'msg_' || right(_customer, 26), reaction, lane, line, _customer, event,
    '{"deletion_id":"del_01M8J324PB8AAYS5RVH39642XC","customer_id":"cust_0000000000HYFXR9SNVER6VE9G","occurred_at":"2026-11-28T22:05:25.579346+00:00","ordering_key":"cust_0000000000HYFXR9SNVER6VE9G"}', now(), 0, now()
FROM (VALUES
    ('send_webhook_when_subscription_cancelled', 'outgoing', 'webhooks', 'subscription_cancelled'),
    ('send_webhook_when_wallet_terminated', 'outgoing', 'webhooks', 'wallet_terminated'),
    ('send_webhook_when_workflow_stopped.1', 'outgoing', 'webhooks', 'workflow_stopped'),
    ('send_webhook_when_workflow_stopped.2', 'outgoing', 'webhooks', 'workflow_stopped'),
    ('scrub_storage_when_customer_deleted', 'scrubbing', 'scrub_storage_when_customer_deleted', 'customer_deleted'),
    ('send_webhook_when_customer_deleted', 'outgoing', 'webhooks', 'customer_deleted')) messages (reaction, lane, line, event);

INSERT INTO idempotency_records (tenant_id, environment_id, key_hash, fingerprint, reference, created_at)
VALUES (_tenant, _environment, left(encode(sha256(CAST(_customer AS bytea)), 'hex'), 43), left(encode(sha256(CAST(_actor AS bytea)), 'hex'), 43), 'del_' || right(_customer, 26), now());
END
$$;
