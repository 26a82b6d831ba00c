// What the page knows of the API, written by `npm run web:schema`. Do not edit.

export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getHealthLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getHealthReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postSession"];
        delete: operations["deleteSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postSessionCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postBatches"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCustomers"];
        put?: never;
        post: operations["postCustomers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postCustomersByIdChanges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPeople"];
        put?: never;
        post: operations["postPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postPeopleByIdChanges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getInvoices"];
        put?: never;
        post: operations["postInvoices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}/extensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postInvoicesByIdExtensions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}/extensions/{extensionId}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postInvoicesByIdExtensionsByExtensionIdRevocation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}/owner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postInvoicesByIdOwner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPayments"];
        put?: never;
        post: operations["postPayments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/allocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postPaymentsByIdAllocations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/allocations/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postPaymentsByIdAllocationsUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/allocations/{partId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postPaymentsByIdAllocationsByPartIdUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postPaymentsByIdCancellation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/payer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postPaymentsByIdPayer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postPaymentsByIdTransfers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postPaymentsByIdRefunds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/refunds/{partId}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postPaymentsByIdRefundsByPartIdReversal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postPaymentsByIdReturns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/returns/{partId}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postPaymentsByIdReturnsByPartIdReversal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCreditNotes"];
        put?: never;
        post: operations["postCreditNotes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit-notes/{id}/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postCreditNotesByIdApplications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit-notes/{id}/applications/{partId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postCreditNotesByIdApplicationsByPartIdUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit-notes/{id}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postCreditNotesByIdRefunds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit-notes/{id}/refunds/{partId}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postCreditNotesByIdRefundsByPartIdReversal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit-notes/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postCreditNotesByIdCancellation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dunning/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postDunningRuns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPolicies"];
        put?: never;
        post: operations["postPolicies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPoliciesAssignments"];
        put?: never;
        post: operations["postPoliciesAssignments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dunning/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postDunningConfirmations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postErasures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getParked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parked/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postParkedReleases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postInvoicesByIdDisputes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}/disputes/{disputeId}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postInvoicesByIdDisputesByDisputeIdResolution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}/pauses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postInvoicesByIdPauses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}/pauses/{pauseId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postInvoicesByIdPausesByPauseIdEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/pauses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postCustomersByIdPauses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/pauses/{pauseId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postCustomersByIdPausesByPauseIdEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}/promises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postInvoicesByIdPromises"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}/promises/{promiseId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postInvoicesByIdPromisesByPromiseIdWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postInvoicesByIdPlans"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}/plans/{planId}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postInvoicesByIdPlansByPlanIdRevocation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settings/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getSettingsLimits"];
        put?: never;
        post: operations["postSettingsLimits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settings/duties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getSettingsDuties"];
        put?: never;
        post: operations["postSettingsDuties"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postInvoicesByIdNotes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postCustomersByIdNotes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}/sent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postInvoicesByIdSent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postInvoicesByIdVoid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postCustomersByIdMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/merge/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postCustomersByIdMergeUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postInvoicesByIdCollections"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}/collections/{collectionId}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postInvoicesByIdCollectionsByCollectionIdReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/insolvency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postCustomersByIdInsolvency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/insolvency/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postCustomersByIdInsolvencyEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getDrafts"];
        put?: never;
        post: operations["postDrafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drafts/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postDraftsByIdChanges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drafts/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postDraftsByIdApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drafts/{id}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postDraftsByIdIssue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drafts/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postDraftsByIdDiscard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postPeopleByIdHandOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/hand-over/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postPeopleByIdHandOverUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postPeopleByIdAbsences"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/work/{id}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postWorkByIdDone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/work/{id}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postWorkByIdSnooze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}/write-offs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postInvoicesByIdWriteOffs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}/write-offs/{writeOffId}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postInvoicesByIdWriteOffsByWriteOffIdApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}/write-offs/{writeOffId}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postInvoicesByIdWriteOffsByWriteOffIdRefusal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}/settlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postInvoicesByIdSettlements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}/settlements/{settlementId}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postInvoicesByIdSettlementsBySettlementIdApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}/settlements/{settlementId}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postInvoicesByIdSettlementsBySettlementIdRefusal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}/settlements/{settlementId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postInvoicesByIdSettlementsBySettlementIdUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/proposals/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postPaymentsByIdProposalsAcceptance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{key}/{language}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getTemplatesByKeyByLanguage"];
        put?: never;
        post: operations["postTemplatesByKeyByLanguage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getWebhooks"];
        put?: never;
        post: operations["postWebhooks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getWebhooksById"];
        put?: never;
        post: operations["postWebhooksById"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postWebhooksByIdSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/deliveries/{id}/redelivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postWebhooksDeliveriesByIdRedelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reminders/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postRemindersByIdApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reminders/{id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postRemindersByIdRefusal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reminders/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postRemindersByIdChanges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mails/{id}/bounce": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postMailsByIdBounce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postPeopleByIdAlerts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCustomersSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCustomersFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCustomersGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getInvoicesSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getInvoicesFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getInvoicesGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPaymentsSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPaymentsFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPaymentsGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPaymentsCompare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit-notes/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCreditNotesSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit-notes/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCreditNotesFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit-notes/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCreditNotesGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dunning/blocked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getDunningBlocked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dunning/blocked/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getDunningBlockedSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dunning/blocked/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getDunningBlockedFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dunning/blocked/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getDunningBlockedGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/late-recorded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getReportsLateRecorded"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/late-recorded/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getReportsLateRecordedCompare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getExports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/numbering": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getReportsNumbering"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/exceptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getReportsExceptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/exceptions/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getReportsExceptionsCompare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getDisputes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getDisputesSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getDisputesFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getDisputesGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pauses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPauses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pauses/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPausesSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pauses/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPausesFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pauses/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPausesGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPromises"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promises/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPromisesSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promises/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPromisesFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promises/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPromisesGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPlans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPlansSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPlansFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPlansGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getNotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sendings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getSendings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getMerges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCollections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/collections/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCollectionsSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/collections/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCollectionsFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/collections/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCollectionsGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insolvencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getInsolvencies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drafts/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getDraftsSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drafts/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getDraftsFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drafts/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getDraftsGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/hand-overs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getHandOvers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getAbsences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/work/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getWorkSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/work/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getWorkFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/work/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getWorkGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/write-offs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getWriteOffs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/write-offs/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getWriteOffsSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/write-offs/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getWriteOffsFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/write-offs/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getWriteOffsGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getSettlements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settlements/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getSettlementsSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settlements/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getSettlementsFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settlements/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getSettlementsGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/limits-passed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getReportsLimitsPassed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/limits-passed/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getReportsLimitsPassedSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/limits-passed/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getReportsLimitsPassedFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/limits-passed/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getReportsLimitsPassedGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getReportsAttempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getWebhooksDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getMails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/digests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getDigests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCustomersById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPeopleById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getInvoicesById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPaymentsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit-notes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCreditNotesById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getReminders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}/reminders/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getInvoicesByIdRemindersExplain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dunning/simulations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postDunningSimulations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPoliciesById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getInvoicesByIdHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/heads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getAuditHeads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/touched-streams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getAuditTouchedStreams"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getAuditVerification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/erasures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getErasuresById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/aging": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getReportsAging"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/aging/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getReportsAgingSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getDraftsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getSearch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getInvoicesByIdTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCustomersByIdTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/times": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getTimes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPaymentsByIdProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getViews"];
        put?: never;
        post: operations["postViews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/views/{id}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postViewsByIdRemoval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/instants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getInstants"];
        put?: never;
        post: operations["postInstants"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/instants/{id}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postInstantsByIdRemoval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facts/{position}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getFactsByPosition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/streams/{id}/raw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getStreamsByIdRaw"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getExplain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCompare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/live/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getLiveNext"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/demonstration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getDemonstration"];
        put?: never;
        post: operations["postDemonstration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{key}/{language}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postTemplatesByKeyByLanguagePreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getImports"];
        put?: never;
        post: operations["postImports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getImportsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/rejects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getImportsByIdRejects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/warnings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getImportsByIdWarnings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getImportsByIdProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/suggestion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postImportsSuggestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reminders/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postRemindersApprovals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reminders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getRemindersById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mails/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getMailsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        SignInRequest: {
            code?: string;
            token?: string;
        };
        BatchCommand: {
            route: string;
            key: string;
            body: {
                [key: string]: unknown;
            };
        };
        Batch: {
            commands: components["schemas"]["BatchCommand"][];
        };
        BatchAnswer: {
            status: number;
            body: components["schemas"]["WrittenAnswer"] | components["schemas"]["Problem"];
            replayed?: boolean;
        };
        BatchAnswers: {
            answers: components["schemas"]["BatchAnswer"][];
        };
        TermsPartField: {
            share?: string;
            amount?: string;
            rest?: boolean;
            months?: number;
            day?: number;
            days?: number;
        };
        DiscountField: {
            percent: string;
            days: number;
        };
        TermsField: {
            /** @enum {string} */
            type: "net" | "endOfMonth" | "dayOfMonth" | "nextMonth" | "daysEndOfMonth" | "instalments";
            days?: number;
            months?: number;
            day?: number;
            parts?: components["schemas"]["TermsPartField"][];
            discount?: components["schemas"]["DiscountField"];
        };
        RegisterCustomer: {
            /** Format: date-time */
            statedRecordedAt?: string;
            customerId: string;
            name: string;
            currency?: string;
            terms?: components["schemas"]["TermsField"];
            ownerId?: string;
            /** Format: email */
            email?: string;
            phone?: string;
            language?: string;
            acceptLookalike?: boolean;
            /** Format: date */
            registeredOn?: string;
        };
        WrittenAnswer: {
            id: string;
            revision: number;
            position: string;
        };
        AddressField: {
            street?: string;
            postalCode?: string;
            city?: string;
            region?: string;
            country?: string;
        };
        ContactField: {
            /** @enum {string} */
            purpose: "billing" | "dunning" | "copy";
            name?: string;
            /** Format: email */
            email?: string;
            phone?: string;
        };
        ChangeCustomer: {
            /** Format: date-time */
            statedRecordedAt?: string;
            name?: string;
            /** Format: email */
            email?: string | null;
            phone?: string | null;
            vatId?: string | null;
            address?: components["schemas"]["AddressField"] | null;
            contacts?: components["schemas"]["ContactField"][] | null;
            currency?: string | null;
            /**
             * @example {
             *       "type": "net",
             *       "days": 30
             *     }
             */
            terms?: components["schemas"]["TermsField"] | null;
            ownerId?: string | null;
            language?: string | null;
            segment?: string | null;
            highValue?: boolean | null;
            creditLimit?: {
                [key: string]: string | null;
            } | null;
            /** Format: date */
            changedOn?: string;
        };
        RegisterPerson: {
            /** Format: date-time */
            statedRecordedAt?: string;
            personId: string;
            name: string;
            /** Format: email */
            email: string;
            roles?: string[];
            managerId?: string;
            leadId?: string;
            /** Format: date */
            registeredOn?: string;
        };
        ChangePerson: {
            /** Format: date-time */
            statedRecordedAt?: string;
            name?: string;
            /** Format: email */
            email?: string;
            roles?: string[] | null;
            managerId?: string | null;
            leadId?: string | null;
            /** Format: date */
            changedOn?: string;
        };
        InstalmentField: {
            /** Format: date */
            dueOn: string;
            amount: string;
        };
        LineField: {
            description?: string;
            quantity?: string;
            unitPrice?: string;
            net?: string;
            vatRate?: string;
            vat?: string;
            amount: string;
        };
        WorkField: {
            project?: string;
            milestone?: string;
            /** Format: date */
            deliveredOn?: string;
            approvedBy?: string;
        };
        OpeningField: {
            /** Format: date */
            on: string;
            settledBefore?: string;
            /** Format: date */
            lastReminder?: string;
            remindersSent?: number;
        };
        IssueInvoice: {
            /** Format: date-time */
            statedRecordedAt?: string;
            number: string;
            customerId: string;
            /** Format: date */
            issuedOn: string;
            /** Format: date */
            dueOn?: string;
            acceptDueBeforeIssue?: boolean;
            terms?: components["schemas"]["TermsField"];
            instalments?: components["schemas"]["InstalmentField"][];
            currency: string;
            total: string;
            net?: string;
            vat?: string;
            lines?: components["schemas"]["LineField"][];
            ownerId?: string;
            work?: components["schemas"]["WorkField"];
            /** @enum {string} */
            source?: "import";
            opening?: components["schemas"]["OpeningField"];
            notes?: string;
        };
        IssueWritten: {
            id: string;
            revision: number;
            position: string;
            overLimit?: {
                [key: string]: string;
            };
        };
        GrantExtension: {
            /** Format: date-time */
            statedRecordedAt?: string;
            /** Format: date */
            agreedDueOn: string;
            instalment?: number;
            reason: string;
            /** Format: date */
            grantedOn?: string;
        };
        ExtensionWritten: {
            id: string;
            revision: number;
            position: string;
            extensionId: string;
        };
        RevokeExtension: {
            /** Format: date-time */
            statedRecordedAt?: string;
            reason: string;
            /** Format: date */
            revokedOn?: string;
        };
        AssignOwner: {
            /** Format: date-time */
            statedRecordedAt?: string;
            ownerId: string;
            reason: string;
            /** Format: date */
            assignedOn?: string;
        };
        PaymentOpeningField: {
            /** Format: date */
            on: string;
        };
        DifferenceField: {
            /** @enum {string} */
            kind: "tolerance" | "early-payment-discount" | "bank-charge" | "withheld-tax" | "set-off" | "split-payment" | "redenomination";
            amount: string;
            reason?: string;
        };
        AllocationField: {
            /** Format: uuid */
            invoiceId: string;
            amount: string;
            instalment?: number;
            customerId?: string;
            recovery?: boolean;
            differences?: components["schemas"]["DifferenceField"][];
        };
        RecordPayment: {
            /** Format: date-time */
            statedRecordedAt?: string;
            amount: string;
            currency: string;
            /** Format: date */
            receivedOn: string;
            method?: string;
            reference?: string;
            payerAccount?: string;
            payerId?: string;
            source?: string;
            externalId?: string;
            opening?: components["schemas"]["PaymentOpeningField"];
            allocations?: components["schemas"]["AllocationField"][];
        };
        AllocationAnswer: {
            allocationId: string;
            invoiceId: string;
            requested: string;
            applied: string;
            /** @enum {string} */
            status: "applied" | "pending" | "refused";
            code?: string;
        };
        PaymentRecorded: {
            id: string;
            revision: number;
            position: string;
            allocations: components["schemas"]["AllocationAnswer"][];
            unapplied: string;
        };
        AllocatePayment: {
            /** Format: date-time */
            statedRecordedAt?: string;
            allocations: components["schemas"]["AllocationField"][];
            /** Format: date */
            on?: string;
        };
        UndoAllocations: {
            /** Format: date-time */
            statedRecordedAt?: string;
            reason: string;
        };
        GivenBackAnswer: {
            undoId?: string;
            allocationId: string;
            invoiceId: string;
            amount: string;
            /** @enum {string} */
            status: "undone" | "pending";
        };
        AllocationsUndone: {
            id: string;
            revision: number;
            position: string;
            unapplied: string;
            from?: components["schemas"]["GivenBackAnswer"][];
        };
        UndoAllocation: {
            /** Format: date-time */
            statedRecordedAt?: string;
            amount?: string;
            reason: string;
        };
        AllocationUndone: {
            id: string;
            revision: number;
            position: string;
            undoId?: string;
            allocationId: string;
            invoiceId: string;
            amount: string;
            /** @enum {string} */
            status: "undone" | "pending";
            unapplied: string;
        };
        CancelPayment: {
            /** Format: date-time */
            statedRecordedAt?: string;
            reason: string;
            release?: boolean;
        };
        PaymentChanged: {
            id: string;
            revision: number;
            position: string;
            unapplied: string;
        };
        IdentifyPayer: {
            /** Format: date-time */
            statedRecordedAt?: string;
            customerId: string;
            reason: string;
        };
        TransferUnapplied: {
            /** Format: date-time */
            statedRecordedAt?: string;
            customerId: string;
            from?: string;
            amount: string;
            /** Format: date */
            on?: string;
            reason: string;
        };
        Transferred: {
            id: string;
            revision: number;
            position: string;
            unapplied: string;
            transferId: string;
        };
        RefundedFromField: {
            /** Format: uuid */
            allocationId: string;
            amount: string;
        };
        RefundPayment: {
            /** Format: date-time */
            statedRecordedAt?: string;
            amount: string;
            customerId?: string;
            from?: components["schemas"]["RefundedFromField"][];
            /** Format: date */
            refundedOn?: string;
            method?: string;
            reference?: string;
            reason: string;
        };
        PaymentRefunded: {
            id: string;
            revision: number;
            position: string;
            unapplied: string;
            from?: components["schemas"]["GivenBackAnswer"][];
            refundId: string;
        };
        ReverseRefund: {
            /** Format: date-time */
            statedRecordedAt?: string;
            /** Format: date */
            on?: string;
            reason: string;
        };
        RefundBack: {
            id: string;
            revision: number;
            position: string;
            unapplied: string;
            refundId: string;
        };
        ReturnPayment: {
            /** Format: date-time */
            statedRecordedAt?: string;
            amount?: string;
            /** Format: date */
            returnedOn: string;
            code: string;
            externalId?: string;
            reason?: string;
        };
        PaymentTakenBack: {
            id: string;
            revision: number;
            position: string;
            unapplied: string;
            from?: components["schemas"]["GivenBackAnswer"][];
            returnId: string;
            amount: string;
        };
        ReverseReturn: {
            /** Format: date-time */
            statedRecordedAt?: string;
            /** Format: date */
            on?: string;
            reason: string;
        };
        ReturnBack: {
            id: string;
            revision: number;
            position: string;
            unapplied: string;
            returnId: string;
            allocations?: components["schemas"]["AllocationAnswer"][];
        };
        ApplicationField: {
            /** Format: uuid */
            invoiceId: string;
            amount: string;
            instalment?: number;
        };
        CreditOpeningField: {
            /** Format: date */
            on: string;
        };
        IssueCreditNote: {
            /** Format: date-time */
            statedRecordedAt?: string;
            number: string;
            customerId: string;
            /** Format: date */
            issuedOn: string;
            currency: string;
            total: string;
            net?: string;
            vat?: string;
            reasonCode: string;
            reason: string;
            corrects?: string[];
            /** Format: uuid */
            invoiceId?: string;
            correctsText?: string;
            applications?: components["schemas"]["ApplicationField"][];
            opening?: components["schemas"]["CreditOpeningField"];
        };
        ApplicationAnswer: {
            applicationId: string;
            invoiceId: string;
            requested: string;
            applied: string;
            /** @enum {string} */
            status: "applied" | "pending" | "refused";
            code?: string;
        };
        CreditNoteWritten: {
            id: string;
            revision: number;
            position: string;
            onAccount: string;
            applications: components["schemas"]["ApplicationAnswer"][];
        };
        ApplyCreditNote: {
            /** Format: date-time */
            statedRecordedAt?: string;
            applications: components["schemas"]["ApplicationField"][];
            /** Format: date */
            on?: string;
        };
        UndoApplication: {
            /** Format: date-time */
            statedRecordedAt?: string;
            amount?: string;
            reason: string;
        };
        CreditUndone: {
            id: string;
            revision: number;
            position: string;
            onAccount: string;
            undoId: string;
            amount: string;
            /** @enum {string} */
            status: "undone" | "pending";
        };
        RefundCreditNote: {
            /** Format: date-time */
            statedRecordedAt?: string;
            amount: string;
            /** Format: date */
            refundedOn?: string;
            method?: string;
            reference?: string;
            reason: string;
        };
        CreditRefunded: {
            id: string;
            revision: number;
            position: string;
            onAccount: string;
            refundId: string;
        };
        ReverseCreditRefund: {
            /** Format: date-time */
            statedRecordedAt?: string;
            /** Format: date */
            on?: string;
            reason: string;
        };
        CancelCreditNote: {
            /** Format: date-time */
            statedRecordedAt?: string;
            reason: string;
        };
        CreditNoteChanged: {
            id: string;
            revision: number;
            position: string;
            onAccount: string;
        };
        RunDunning: {
            /** Format: date */
            on: string;
            /** Format: uuid */
            cursor?: string;
            limit?: number;
        };
        DunningRunAnswer: {
            /** Format: date */
            on: string;
            considered: number;
            planned: number;
            skipped: number;
            escalated: number;
            failed: number;
            held: number;
            next: string | null;
        };
        StepField: {
            key: string;
            days: number;
            /** @enum {string} */
            kind: "remind" | "escalate" | "alert" | "propose-collection";
            template?: string;
            /** @enum {string} */
            tone?: "friendly" | "formal" | "firm";
            /** @enum {string} */
            approval: "always" | "high-value" | "never";
            minGapDays?: number;
            /** @enum {string} */
            to?: "manager" | "lead";
        };
        QuietHoursField: {
            from: string;
            to: string;
        };
        VersionPolicy: {
            name: string;
            steps: components["schemas"]["StepField"][];
            minAmount?: {
                [key: string]: string;
            };
            businessDays?: boolean;
            holidays?: string[];
            quietHours?: components["schemas"]["QuietHoursField"];
            /** @enum {string} */
            grouping?: "customer" | "invoice";
            policyId: string;
        };
        AssignPolicy: {
            policyId: string;
            /** @enum {string} */
            scope: "entity" | "segment" | "customer" | "invoice";
            scopeId?: string;
            /** Format: date */
            from?: string;
        };
        ConfirmEscalations: {
            /** Format: date-time */
            statedRecordedAt?: string;
        };
        RequestErasure: {
            customerId?: string;
            personId?: string;
            /** Format: uuid */
            paymentId?: string;
            reason: string;
        };
        ReleaseParked: {
            streams?: string[];
            all?: boolean;
            reason?: string;
        };
        RaiseDispute: {
            /** Format: date-time */
            statedRecordedAt?: string;
            amount?: string;
            reasonCode: string;
            reason: string;
            ownerId?: string;
            /** Format: date */
            answerBy?: string;
            /** Format: date */
            disputedOn?: string;
        };
        DisputeWritten: {
            id: string;
            revision: number;
            position: string;
            disputeId: string;
        };
        ResolveDispute: {
            /** Format: date-time */
            statedRecordedAt?: string;
            /** @enum {string} */
            outcome: "upheld" | "rejected" | "withdrawn";
            amount?: string;
            /** Format: uuid */
            creditNoteId?: string;
            reason: string;
            /** Format: date */
            resolvedOn?: string;
        };
        PauseInvoice: {
            /** Format: date-time */
            statedRecordedAt?: string;
            /** Format: date */
            until?: string;
            reason: string;
        };
        PauseWritten: {
            id: string;
            revision: number;
            position: string;
            pauseId: string;
        };
        EndPause: {
            /** Format: date-time */
            statedRecordedAt?: string;
            reason?: string;
        };
        PauseCustomer: {
            /** Format: date-time */
            statedRecordedAt?: string;
            /** Format: date */
            until?: string;
            reason: string;
        };
        EndCustomerPause: {
            /** Format: date-time */
            statedRecordedAt?: string;
            reason?: string;
        };
        MakePromise: {
            /** Format: date-time */
            statedRecordedAt?: string;
            amount?: string;
            /** Format: date */
            promisedOn: string;
            /** Format: date */
            madeOn?: string;
            madeBy?: string;
            reason?: string;
        };
        PromiseWritten: {
            id: string;
            revision: number;
            position: string;
            promiseId: string;
        };
        WithdrawPromise: {
            /** Format: date-time */
            statedRecordedAt?: string;
            reason: string;
        };
        PlanPartField: {
            /** Format: date */
            dueOn: string;
            amount: string;
        };
        AgreePlan: {
            /** Format: date-time */
            statedRecordedAt?: string;
            instalments: components["schemas"]["PlanPartField"][];
            /** Format: date */
            agreedOn?: string;
            reason: string;
        };
        PlanWritten: {
            id: string;
            revision: number;
            position: string;
            planId: string;
        };
        RevokePlan: {
            /** Format: date-time */
            statedRecordedAt?: string;
            /** Format: date */
            revokedOn?: string;
            reason: string;
        };
        SetLimits: {
            writeOffSecondPersonFrom?: {
                [key: string]: string | null;
            } | null;
            writeOffPerCustomerYear?: {
                [key: string]: string | null;
            } | null;
            toleranceSecondPersonFrom?: {
                [key: string]: string | null;
            } | null;
            tolerancePerInvoice?: {
                [key: string]: string | null;
            } | null;
            tolerancePerCustomerYear?: {
                [key: string]: string | null;
            } | null;
            earlyPaymentDiscountSecondPersonFrom?: {
                [key: string]: string | null;
            } | null;
            bankChargeSecondPersonFrom?: {
                [key: string]: string | null;
            } | null;
            withheldTaxSecondPersonFrom?: {
                [key: string]: string | null;
            } | null;
            setOffSecondPersonFrom?: {
                [key: string]: string | null;
            } | null;
            splitPaymentSecondPersonFrom?: {
                [key: string]: string | null;
            } | null;
            redenominationSecondPersonFrom?: {
                [key: string]: string | null;
            } | null;
            backDatingDays?: number | null;
            extensionDays?: number | null;
        };
        SetDuties: {
            pairs: ("record-cash" | "allocate" | "refund" | "write-off" | "approve" | "issue" | "credit" | "master-data" | "settings")[][];
        };
        AddInvoiceNote: {
            /** Format: date-time */
            statedRecordedAt?: string;
            text: string;
            /** Format: date */
            followUpOn?: string;
        };
        NoteAdded: {
            id: string;
            revision: number;
            position: string;
            noteId: string;
        };
        AddCustomerNote: {
            /** Format: date-time */
            statedRecordedAt?: string;
            text: string;
            /** Format: date */
            followUpOn?: string;
        };
        SendInvoice: {
            /** Format: date-time */
            statedRecordedAt?: string;
            /** @enum {string} */
            channel: "mail" | "post" | "portal" | "edi" | "other";
            to?: string;
            /** Format: date */
            sentOn?: string;
        };
        VoidInvoice: {
            /** Format: date-time */
            statedRecordedAt?: string;
            reason: string;
            /** Format: date */
            voidedOn?: string;
        };
        MergeCustomer: {
            /** Format: date-time */
            statedRecordedAt?: string;
            intoCustomerId: string;
            reason: string;
            /** Format: date */
            mergedOn?: string;
        };
        MergeWritten: {
            id: string;
            revision: number;
            position: string;
            mergeId: string;
        };
        UndoMerge: {
            /** Format: date-time */
            statedRecordedAt?: string;
            reason: string;
        };
        HandToCollection: {
            /** Format: date-time */
            statedRecordedAt?: string;
            agency: string;
            reason: string;
            /** Format: date */
            handedOverOn?: string;
        };
        CollectionWritten: {
            id: string;
            revision: number;
            position: string;
            collectionId: string;
        };
        ReturnFromCollection: {
            /** Format: date-time */
            statedRecordedAt?: string;
            reason: string;
            /** Format: date */
            returnedOn?: string;
        };
        DeclareInsolvency: {
            /** Format: date-time */
            statedRecordedAt?: string;
            /** Format: date */
            since: string;
            reference?: string;
            reason: string;
        };
        InsolvencyWritten: {
            id: string;
            revision: number;
            position: string;
            insolvencyId: string;
        };
        EndInsolvency: {
            /** Format: date-time */
            statedRecordedAt?: string;
            reason: string;
        };
        CreateDraft: {
            /** Format: date-time */
            statedRecordedAt?: string;
            customerId: string;
            /** Format: date */
            issuedOn: string;
            /** Format: date */
            dueOn?: string;
            acceptDueBeforeIssue?: boolean;
            terms?: components["schemas"]["TermsField"];
            instalments?: components["schemas"]["InstalmentField"][];
            currency: string;
            total: string;
            net?: string;
            vat?: string;
            lines?: components["schemas"]["LineField"][];
            ownerId?: string;
            work?: components["schemas"]["WorkField"];
            notes?: string;
        };
        ChangeDraft: {
            customerId?: string;
            /** Format: date */
            issuedOn?: string;
            /** Format: date */
            dueOn?: string;
            acceptDueBeforeIssue?: boolean;
            terms?: components["schemas"]["TermsField"];
            instalments?: components["schemas"]["InstalmentField"][];
            currency?: string;
            total?: string;
            net?: string;
            vat?: string;
            lines?: components["schemas"]["LineField"][];
            ownerId?: string;
            work?: components["schemas"]["WorkField"];
            notes?: string;
        };
        ApproveDraft: {
            /** Format: date-time */
            statedRecordedAt?: string;
        };
        IssueDraft: {
            /** Format: date-time */
            statedRecordedAt?: string;
            number?: string;
            series?: string;
        };
        DraftIssuedWritten: {
            id: string;
            revision: number;
            position: string;
            invoiceId: string;
            number: string;
        };
        DiscardDraft: {
            /** Format: date-time */
            statedRecordedAt?: string;
            reason?: string;
        };
        HandOver: {
            /** Format: date-time */
            statedRecordedAt?: string;
            toPersonId: string;
            reason: string;
            /** Format: date */
            on?: string;
        };
        HandOverWritten: {
            id: string;
            revision: number;
            position: string;
            handOverId: string;
        };
        UndoHandOver: {
            /** Format: date-time */
            statedRecordedAt?: string;
            reason: string;
        };
        RecordAbsence: {
            /** Format: date-time */
            statedRecordedAt?: string;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            deputyId: string;
        };
        AbsenceWritten: {
            id: string;
            revision: number;
            position: string;
            absenceId: string;
        };
        DoWork: {
            note?: string;
        };
        SnoozeWork: {
            /** Format: date */
            until: string;
            reason: string;
        };
        RequestWriteOff: {
            /** Format: date-time */
            statedRecordedAt?: string;
            amount?: string;
            reasonCode: string;
            reason: string;
            /** @enum {string} */
            vat?: "kept" | "claimed";
            /** Format: date */
            requestedOn?: string;
        };
        WriteOffWritten: {
            id: string;
            revision: number;
            position: string;
            /** @enum {string} */
            status: "requested" | "recorded" | "refused" | "undone" | "recovered";
            because?: string[];
            writeOffId: string;
        };
        ApproveWriteOff: {
            /** Format: date-time */
            statedRecordedAt?: string;
            /** Format: date */
            approvedOn?: string;
        };
        RefuseWriteOff: {
            /** Format: date-time */
            statedRecordedAt?: string;
            reason: string;
        };
        RequestSettlement: {
            /** Format: date-time */
            statedRecordedAt?: string;
            /** @enum {string} */
            kind: "tolerance" | "early-payment-discount" | "bank-charge" | "withheld-tax" | "set-off" | "split-payment" | "redenomination";
            amount: string;
            /** Format: date */
            on?: string;
            reason: string;
            reference?: string;
        };
        SettlementWritten: {
            id: string;
            revision: number;
            position: string;
            /** @enum {string} */
            status: "requested" | "recorded" | "refused" | "undone" | "recovered";
            because?: string[];
            settlementId: string;
        };
        ApproveSettlement: {
            /** Format: date-time */
            statedRecordedAt?: string;
            /** Format: date */
            approvedOn?: string;
        };
        RefuseSettlement: {
            /** Format: date-time */
            statedRecordedAt?: string;
            reason: string;
        };
        UndoSettlement: {
            /** Format: date-time */
            statedRecordedAt?: string;
            reason: string;
        };
        AcceptProposal: {
            /** Format: date-time */
            statedRecordedAt?: string;
            proposalId: string;
        };
        VersionTemplate: {
            /** Format: date-time */
            statedRecordedAt?: string;
            subject: string;
            body: string;
        };
        RegisterWebhook: {
            /** Format: date-time */
            statedRecordedAt?: string;
            url: string;
            types: string[];
        };
        WebhookRegistered: {
            id: string;
            revision: number;
            position: string;
            secret?: string;
        };
        ChangeWebhook: {
            /** Format: date-time */
            statedRecordedAt?: string;
            url?: string;
            types?: string[];
            active?: boolean;
        };
        ApproveMail: {
            /** Format: date-time */
            statedRecordedAt?: string;
        };
        RefuseMail: {
            /** Format: date-time */
            statedRecordedAt?: string;
            reason: string;
        };
        ChangeMail: {
            /** Format: date-time */
            statedRecordedAt?: string;
            subject?: string;
            body?: string;
            /** @enum {string} */
            tone?: "friendly" | "formal" | "firm";
        };
        BounceMail: {
            /** Format: date-time */
            statedRecordedAt?: string;
            code: string;
            permanent: boolean;
        };
        ChooseAlerts: {
            /** Format: date-time */
            statedRecordedAt?: string;
            /** @enum {string} */
            alerts: "none" | "mail" | "webhook";
            /** @enum {string} */
            language?: "en" | "it" | "bg" | "de";
        };
        PolicyFields: {
            name: string;
            steps: components["schemas"]["StepField"][];
            minAmount?: {
                [key: string]: string;
            };
            businessDays?: boolean;
            holidays?: string[];
            quietHours?: components["schemas"]["QuietHoursField"];
            /** @enum {string} */
            grouping?: "customer" | "invoice";
        };
        SimulateDunning: {
            policyId?: string;
            policy?: components["schemas"]["PolicyFields"];
            besidePolicyId?: string;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            cursor?: string;
            limit?: number;
        };
        StepAnswered: {
            month: string;
            step: string;
            days: number;
            /** @enum {string} */
            kind: "reminder" | "escalation" | "alert" | "collection";
            /** @enum {string|null} */
            tone: "friendly" | "formal" | "firm" | null;
            currency: string;
            count: number;
            amount: string;
        };
        CustomerAnswered: {
            customerId: string;
            currency: string;
            reminders: number;
            mails: number;
            escalations: number;
            alerts: number;
            collections: number;
            asked: string;
        };
        SkippedAnswered: {
            code: string;
            count: number;
        };
        OutcomeAnswered: {
            policyId: string | null;
            name: string | null;
            steps: components["schemas"]["StepAnswered"][];
            customers: components["schemas"]["CustomerAnswered"][];
            skipped: components["schemas"]["SkippedAnswered"][];
            afterPayment: number;
            crossed: number;
        };
        SimulationAnswer: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** @enum {string} */
            known: "stated";
            invoicesInRange: number;
            customers: number;
            invoices: number;
            simulated: components["schemas"]["OutcomeAnswered"];
            beside: components["schemas"]["OutcomeAnswered"];
            next: string | null;
        };
        SaveView: {
            name: string;
            path: string;
            search: string;
            shared?: boolean;
        };
        NameInstant: {
            name: string;
            /** Format: date-time */
            knownAt: string;
        };
        LoadDemonstration: {
            seed: string;
            invoices?: number;
        };
        PreviewTemplate: {
            /** Format: uuid */
            invoiceId?: string;
            customerId?: string;
            subject?: string;
            body?: string;
            /** @enum {string} */
            tone?: "friendly" | "formal" | "firm";
        };
        ImportForm: {
            /** Format: binary */
            file: string;
            mapping: string;
            /** @enum {string} */
            kind?: "invoices" | "receipts";
            dryRun?: boolean;
            maxRejects?: string;
            statedAsEffective?: boolean;
            /** Format: date */
            knownUntil?: string;
            /** Format: date */
            openingOn?: string;
            creditNotes?: boolean;
            acceptLookalikes?: boolean;
            propose?: boolean;
            applyExact?: boolean;
        };
        SuggestionForm: {
            /** Format: binary */
            file: string;
            /** @enum {string} */
            kind?: "invoices" | "receipts";
        };
        ApproveMails: {
            ids: string[];
        };
        Problem: {
            /** Format: uri-reference */
            type: string;
            title: string;
            status: number;
            params?: {
                [key: string]: string;
            };
            possible?: ({
                action: string;
            } & {
                [key: string]: string;
            })[];
            /** @enum {string} */
            code: "bad-request" | "doubled-field" | "doubled-header" | "idempotency-key-malformed" | "idempotency-key-missing" | "if-match-malformed" | "malformed-path" | "malformed-query" | "too-deep" | "unparsable" | "unauthorized" | "forbidden" | "customer-not-found" | "invoice-not-found" | "not-found" | "payment-not-found" | "person-not-found" | "method-not-allowed" | "request-timeout" | "already-settled" | "changed-meanwhile" | "currency-mismatch" | "duty" | "over-limit" | "customer-taken" | "looks-alike" | "not-an-extension" | "nothing-personal" | "number-taken" | "other-version" | "payment-taken" | "person-erased" | "person-taken" | "sealed-for-customer" | "unknown-customer" | "unknown-invoice" | "unknown-person" | "stream-deleted" | "stale-revision" | "too-large" | "path-too-long" | "content-encoding" | "media-type" | "idempotency-key-reused" | "invalid" | "too-many-refusals" | "request-header-fields-too-large" | "internal-error" | "database-unavailable" | "issuer-unavailable" | "not-ready" | "not-yet-complete" | "not-yet-projected" | "parked" | "store-unavailable" | "sign-in-code" | "sign-in-refused" | "other-site" | "extension-not-found" | "already-revoked" | "more-than-free" | "allocation-not-found" | "return-not-found" | "allocation-pending" | "payer-known" | "nothing-to-return" | "cancelled" | "credit-note-not-found" | "application-not-found" | "refund-not-found" | "application-pending" | "in-use" | "more-than-applied" | "more-than-left" | "other-customer" | "upholds-dispute" | "reversed" | "nothing-held" | "unknown-policy" | "dispute-not-found" | "already-resolved" | "more-than-disputed" | "more-than-open" | "needs-credit-note" | "pause-not-found" | "already-paused" | "pause-over" | "promise-not-found" | "promise-above-open" | "already-promised" | "already-withdrawn" | "plan-not-found" | "not-what-is-open" | "on-plan" | "plan-over" | "void" | "already-sent" | "cannot-void" | "merged" | "circle" | "not-merged" | "collection-not-found" | "in-collection" | "already-returned" | "already-insolvent" | "not-insolvent" | "draft-not-found" | "draft-issued" | "draft-reopened" | "draft-discarded" | "already-approved" | "needs-approval" | "not-handed-over" | "already-absent" | "work-not-found" | "already-done" | "write-off-not-found" | "settlement-not-found" | "same-person" | "less-open" | "already-decided" | "not-recorded" | "already-undone" | "tolerance-taken" | "no-vat" | "proposal-changed" | "too-many-views" | "view-of-another" | "instant-taken" | "instant-of-another" | "too-many-instants" | "too-many-listeners" | "not-empty" | "no-demonstration" | "template-not-found" | "webhook-not-found" | "unknown-fact-type" | "import-under-way" | "imports-busy" | "unusable-file" | "mail-not-found" | "mail-approved" | "mail-over" | "mail-not-sent";
            detail: string;
            errors: {
                field: string;
                rule: string;
                value?: unknown;
                hint?: string;
            }[];
        };
        DryRun: {
            wouldRecord: {
                type: string;
                stream: string;
                effectiveOn: string;
                sentence: string;
                key: string;
                params: {
                    [key: string]: string | number;
                };
            }[];
            effects: {
                /** @enum {string} */
                kind: "open" | "held" | "change";
                invoiceId?: string;
                number?: string;
                currency?: string;
                before?: string;
                after?: string;
                account?: string;
                customerId?: string | null;
                moved?: string;
                stream?: string;
                field?: string;
                from?: string | null;
                to?: string | null;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealthLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status: string;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealthReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status: string;
                        projections: {
                            name: string;
                            heartbeatSeconds: number | null;
                            lagFacts: number;
                            lagSeconds: number;
                            parked: number;
                        }[];
                        parkedStreams: number;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        eventStore: {
                            answers: boolean;
                            position: string | null;
                        };
                        database: {
                            answers: boolean;
                        };
                        projector: {
                            position: string;
                            facts: string;
                            heartbeatSeconds: number | null;
                            subscribed: boolean;
                            /** Format: date-time */
                            completeThrough: string | null;
                            lag: {
                                facts: number;
                                estimated: boolean;
                                seconds: number;
                            } | null;
                        } | null;
                        projections: {
                            name: string;
                            version: string;
                            /** Format: date-time */
                            since: string;
                            parked: number;
                        }[];
                        parkedStreams: number | null;
                        rebuilds: {
                            id: string;
                            projections: string[];
                            status: string;
                            factsDone: string;
                            factsToDo: string;
                            /** Format: date-time */
                            startedAt: string;
                            silentSeconds: number;
                            projectorWaits: boolean;
                        }[];
                        counts: {
                            [key: string]: {
                                [key: string]: string;
                            };
                        };
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSessionCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        seconds: number;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBatches: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Batch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchAnswers"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomers: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: string;
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                name?: string;
                email?: string;
                phone?: string;
                ownerId?: string;
                currency?: string;
                registeredOn?: string;
                segment?: string;
                open?: string;
                overdue?: string;
                unapplied?: string;
                pending?: string;
                balance?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                balanceCurrency?: string;
                without?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            id: string;
                            name: string | null;
                            email: string | null;
                            phone: string | null;
                            ownerId: string | null;
                            language: string | null;
                            currency: string | null;
                            /** Format: date */
                            registeredOn: string;
                            terms: {
                                /** @enum {string} */
                                type: "net" | "endOfMonth" | "dayOfMonth" | "nextMonth" | "daysEndOfMonth" | "instalments";
                                days?: number;
                                months?: number;
                                day?: number;
                                parts?: {
                                    share?: string;
                                    amount?: string;
                                    rest?: boolean;
                                    months?: number;
                                    day?: number;
                                    days?: number;
                                }[];
                                discount?: {
                                    percent?: string;
                                    days?: number;
                                };
                            } | null;
                            vatId?: string;
                            segment?: string;
                            highValue?: boolean;
                            address?: {
                                [key: string]: string;
                            };
                            contacts?: {
                                [key: string]: string;
                            }[];
                            creditLimit?: {
                                [key: string]: string;
                            };
                            mergedInto?: string;
                            balances: {
                                currency: string;
                                open: string;
                                overdue: string;
                                unapplied: string;
                                pending: string;
                                balance: string;
                                disputed?: string;
                                credits?: string;
                            }[];
                            revision?: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCustomers: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterCustomer"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            201: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCustomersByIdChanges: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeCustomer"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPeople: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: string;
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                name?: string;
                email?: string;
                managerId?: string;
                leadId?: string;
                seenOn?: string;
                alerts?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string | null;
                            email: string | null;
                            roles: string[];
                            managerId: string | null;
                            leadId: string | null;
                            /** Format: date */
                            seenOn: string | null;
                            alerts: string;
                            language: string | null;
                            revision?: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPeople: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterPerson"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            201: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPeopleByIdChanges: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePerson"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInvoices: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                number?: string;
                customerId?: string;
                customerName?: string;
                issuedOn?: string;
                dueOn?: string;
                agreedDueOn?: string;
                currency?: string;
                total?: string;
                net?: string;
                vat?: string;
                paid?: string;
                open?: string;
                document?: string;
                settlement?: string;
                timing?: string;
                daysOverdue?: string;
                ownerId?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                status?: string;
                hold?: string;
                bucket?: string;
                basis?: "agreed" | "contractual" | "issued";
                buckets?: string;
                q?: string;
                without?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            /** Format: uuid */
                            id: string;
                            number: string;
                            customerId: string;
                            customerName: string | null;
                            /** Format: date */
                            issuedOn: string;
                            /** Format: date */
                            dueOn: string;
                            /** Format: date */
                            agreedDueOn: string;
                            currency: string;
                            total: string;
                            net: string | null;
                            vat: string | null;
                            paid: string;
                            open: string;
                            /** @enum {string} */
                            document: "issued" | "sent" | "void";
                            /** @enum {string} */
                            settlement: "open" | "partly" | "settled";
                            /** @enum {string} */
                            timing: "not-due" | "due-today" | "overdue";
                            /** @enum {string} */
                            status: "void" | "paid" | "closed" | "overdue" | "due" | "sent" | "issued";
                            /** @enum {string|null} */
                            closedBy: "credit" | "write-off" | "else" | null;
                            overdue: boolean;
                            daysOverdue: number;
                            ownerId: string;
                            holds: {
                                /** @enum {string} */
                                kind: "disputed" | "promised" | "on-plan" | "paused" | "extended" | "in-collection" | "insolvent";
                                /** Format: uuid */
                                id: string;
                                /** Format: date */
                                since: string;
                                /** Format: date */
                                until?: string;
                                amount?: string;
                            }[];
                            revision?: number;
                            /** @enum {boolean} */
                            parked?: true;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInvoices: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueInvoice"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueWritten"];
                };
            };
            201: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueWritten"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInvoicesByIdExtensions: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantExtension"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtensionWritten"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInvoicesByIdExtensionsByExtensionIdRevocation: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
                extensionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeExtension"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtensionWritten"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInvoicesByIdOwner: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignOwner"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPayments: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                receivedOn?: string;
                currency?: string;
                received?: string;
                allocated?: string;
                pending?: string;
                refunded?: string;
                returned?: string;
                unapplied?: string;
                method?: string;
                reference?: string;
                payerId?: string;
                payerName?: string;
                customerId?: string;
                customerName?: string;
                source?: string;
                externalId?: string;
                cancelled?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                invoiceId?: string;
                payerAccount?: string;
                q?: string;
                without?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: date */
                            receivedOn: string;
                            currency: string;
                            received: string;
                            allocated: string;
                            pending: string;
                            refunded: string;
                            returned: string;
                            unapplied: string;
                            method: string | null;
                            reference: string | null;
                            payerId: string | null;
                            payerName: string | null;
                            customerId: string | null;
                            customerName: string | null;
                            source: string | null;
                            externalId: string | null;
                            cancelled: string;
                            revision?: number;
                            /** @enum {boolean} */
                            parked?: true;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPayments: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordPayment"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentRecorded"];
                };
            };
            201: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentRecorded"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPaymentsByIdAllocations: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AllocatePayment"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentRecorded"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPaymentsByIdAllocationsUndo: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndoAllocations"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllocationsUndone"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPaymentsByIdAllocationsByPartIdUndo: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
                partId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndoAllocation"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllocationUndone"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPaymentsByIdCancellation: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelPayment"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentChanged"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPaymentsByIdPayer: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentifyPayer"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentChanged"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPaymentsByIdTransfers: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferUnapplied"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transferred"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPaymentsByIdRefunds: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundPayment"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentRefunded"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPaymentsByIdRefundsByPartIdReversal: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
                partId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReverseRefund"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundBack"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPaymentsByIdReturns: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnPayment"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentTakenBack"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPaymentsByIdReturnsByPartIdReversal: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
                partId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReverseReturn"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnBack"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCreditNotes: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                number?: string;
                customerId?: string;
                customerName?: string;
                issuedOn?: string;
                countsOn?: string;
                currency?: string;
                total?: string;
                net?: string;
                vat?: string;
                applied?: string;
                refunded?: string;
                onAccount?: string;
                cancelled?: string;
                pending?: string;
                reasonCode?: string;
                reason?: string;
                correctsText?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                appliedTo?: string;
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            /** Format: uuid */
                            id: string;
                            number: string;
                            customerId: string;
                            customerName: string | null;
                            /** Format: date */
                            issuedOn: string;
                            /** Format: date */
                            countsOn: string;
                            currency: string;
                            total: string;
                            net: string | null;
                            vat: string | null;
                            applied: string;
                            refunded: string;
                            onAccount: string;
                            cancelled: string;
                            pending: string;
                            reasonCode: string;
                            reason: string | null;
                            corrects: {
                                invoiceId?: string;
                                number?: string;
                            }[];
                            correctsText: string | null;
                            revision?: number;
                            /** @enum {boolean} */
                            parked?: true;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCreditNotes: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueCreditNote"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditNoteWritten"];
                };
            };
            201: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditNoteWritten"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCreditNotesByIdApplications: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplyCreditNote"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditNoteWritten"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCreditNotesByIdApplicationsByPartIdUndo: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
                partId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndoApplication"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditUndone"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCreditNotesByIdRefunds: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundCreditNote"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditRefunded"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCreditNotesByIdRefundsByPartIdReversal: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
                partId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReverseCreditRefund"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditRefunded"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCreditNotesByIdCancellation: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelCreditNote"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditNoteChanged"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDunningRuns: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunDunning"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DunningRunAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPolicies: {
        parameters: {
            query?: {
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        policies: {
                            policyId: string;
                            version: number;
                            name: string;
                            steps: {
                                key: string;
                                days: number;
                                /** @enum {string} */
                                kind: "remind" | "escalate" | "alert" | "propose-collection";
                                template?: string;
                                /** @enum {string} */
                                tone?: "friendly" | "formal" | "firm";
                                /** @enum {string} */
                                approval: "always" | "high-value" | "never";
                                minGapDays?: number;
                                /** @enum {string} */
                                to?: "manager" | "lead";
                            }[];
                            minAmount: {
                                [key: string]: string;
                            };
                            businessDays: boolean;
                            holidays: string[];
                            /** @enum {string} */
                            grouping: "customer" | "invoice";
                            quietHours?: {
                                from: string;
                                to: string;
                            };
                        }[];
                        assignments: {
                            /** @enum {string} */
                            scope: "entity" | "segment" | "customer" | "invoice";
                            scopeId: string | null;
                            policyId: string;
                            /** Format: date */
                            from: string;
                        }[];
                        assignmentsInAll: number;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPolicies: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionPolicy"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            201: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPoliciesAssignments: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                scope?: string;
                scopeId?: string;
                policyId?: string;
                from?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            id: string;
                            scope: string;
                            scopeId: string | null;
                            policyId: string;
                            /** Format: date */
                            from: string;
                            revision?: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPoliciesAssignments: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignPolicy"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            201: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDunningConfirmations: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmEscalations"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postErasures: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestErasure"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getParked: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            projection: string;
                            stream: string;
                            revision: string;
                            position: string;
                            type: string;
                            error: string;
                            /** Format: date-time */
                            since: string;
                            number: string | null;
                            customerId: string | null;
                            waiting: number;
                            leftOut: {
                                type: string;
                                facts: number;
                                currency: string | null;
                                amount: string | null;
                            }[];
                        }[];
                        total: number;
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postParkedReleases: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseParked"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        released: {
                            projection: string;
                            stream: string;
                        }[];
                        parked: {
                            projection: string;
                            stream: string;
                            revision: string;
                            position: string;
                            type: string;
                            error: string;
                            /** Format: date-time */
                            since: string;
                            number: string | null;
                            customerId: string | null;
                            waiting: number;
                            leftOut: {
                                type: string;
                                facts: number;
                                currency: string | null;
                                amount: string | null;
                            }[];
                        }[];
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInvoicesByIdDisputes: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RaiseDispute"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputeWritten"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInvoicesByIdDisputesByDisputeIdResolution: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
                disputeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolveDispute"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputeWritten"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInvoicesByIdPauses: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PauseInvoice"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PauseWritten"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInvoicesByIdPausesByPauseIdEnd: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
                pauseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndPause"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PauseWritten"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCustomersByIdPauses: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PauseCustomer"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PauseWritten"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCustomersByIdPausesByPauseIdEnd: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
                pauseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndCustomerPause"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PauseWritten"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInvoicesByIdPromises: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakePromise"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseWritten"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInvoicesByIdPromisesByPromiseIdWithdrawal: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
                promiseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawPromise"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseWritten"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInvoicesByIdPlans: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreePlan"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWritten"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInvoicesByIdPlansByPlanIdRevocation: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokePlan"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWritten"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSettingsLimits: {
        parameters: {
            query?: {
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        writeOffSecondPersonFrom: {
                            [key: string]: string;
                        } | null;
                        writeOffPerCustomerYear: {
                            [key: string]: string;
                        } | null;
                        toleranceSecondPersonFrom: {
                            [key: string]: string;
                        } | null;
                        tolerancePerInvoice: {
                            [key: string]: string;
                        } | null;
                        tolerancePerCustomerYear: {
                            [key: string]: string;
                        } | null;
                        earlyPaymentDiscountSecondPersonFrom: {
                            [key: string]: string;
                        } | null;
                        bankChargeSecondPersonFrom: {
                            [key: string]: string;
                        } | null;
                        withheldTaxSecondPersonFrom: {
                            [key: string]: string;
                        } | null;
                        setOffSecondPersonFrom: {
                            [key: string]: string;
                        } | null;
                        splitPaymentSecondPersonFrom: {
                            [key: string]: string;
                        } | null;
                        redenominationSecondPersonFrom: {
                            [key: string]: string;
                        } | null;
                        backDatingDays: number | null;
                        extensionDays: number | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSettingsLimits: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetLimits"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            201: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSettingsDuties: {
        parameters: {
            query?: {
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        pairs: ("record-cash" | "allocate" | "refund" | "write-off" | "approve" | "issue" | "credit" | "master-data" | "settings")[][];
                        always: string[];
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSettingsDuties: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetDuties"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            201: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInvoicesByIdNotes: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddInvoiceNote"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteAdded"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCustomersByIdNotes: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddCustomerNote"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteAdded"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInvoicesByIdSent: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendInvoice"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInvoicesByIdVoid: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoidInvoice"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCustomersByIdMerge: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeCustomer"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeWritten"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCustomersByIdMergeUndo: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndoMerge"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeWritten"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInvoicesByIdCollections: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandToCollection"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionWritten"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInvoicesByIdCollectionsByCollectionIdReturn: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
                collectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnFromCollection"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionWritten"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCustomersByIdInsolvency: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclareInsolvency"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InsolvencyWritten"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCustomersByIdInsolvencyEnd: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndInsolvency"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InsolvencyWritten"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDrafts: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                customerId?: string;
                customerName?: string;
                currency?: string;
                total?: string;
                issuedOn?: string;
                status?: string;
                createdOn?: string;
                createdBy?: string;
                approvedBy?: string;
                number?: string;
                invoiceId?: string;
                notes?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            customerId: string;
                            customerName: string | null;
                            currency: string;
                            total: string;
                            /** Format: date */
                            issuedOn: string;
                            status: string;
                            /** Format: date */
                            createdOn: string;
                            createdBy: string;
                            approvedBy: string | null;
                            number: string | null;
                            /** Format: uuid */
                            invoiceId: string | null;
                            notes: string | null;
                            content: {
                                /** Format: date */
                                dueOn?: string;
                                acceptDueBeforeIssue?: boolean;
                                net?: string;
                                vat?: string;
                                ownerId?: string;
                                terms?: {
                                    type?: string;
                                    days?: number;
                                    months?: number;
                                    day?: number;
                                };
                                instalments?: {
                                    /** Format: date */
                                    dueOn?: string;
                                    amount?: string;
                                }[];
                                lines?: {
                                    description?: string;
                                    quantity?: string;
                                    unitPrice?: string;
                                    net?: string;
                                    vatRate?: string;
                                    vat?: string;
                                    amount?: string;
                                }[];
                                work?: {
                                    project?: string;
                                    milestone?: string;
                                    deliveredOn?: string;
                                };
                            };
                            revision?: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDrafts: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            201: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDraftsByIdChanges: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDraftsByIdApproval: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDraftsByIdIssue: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftIssuedWritten"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDraftsByIdDiscard: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DiscardDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPeopleByIdHandOver: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOver"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandOverWritten"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPeopleByIdHandOverUndo: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndoHandOver"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandOverWritten"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPeopleByIdAbsences: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordAbsence"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AbsenceWritten"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkByIdDone: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DoWork"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            201: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkByIdSnooze: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SnoozeWork"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            201: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInvoicesByIdWriteOffs: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestWriteOff"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WriteOffWritten"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInvoicesByIdWriteOffsByWriteOffIdApproval: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
                writeOffId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveWriteOff"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WriteOffWritten"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInvoicesByIdWriteOffsByWriteOffIdRefusal: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
                writeOffId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseWriteOff"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WriteOffWritten"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInvoicesByIdSettlements: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestSettlement"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettlementWritten"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInvoicesByIdSettlementsBySettlementIdApproval: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
                settlementId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveSettlement"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettlementWritten"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInvoicesByIdSettlementsBySettlementIdRefusal: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
                settlementId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseSettlement"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettlementWritten"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInvoicesByIdSettlementsBySettlementIdUndo: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
                settlementId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndoSettlement"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettlementWritten"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPaymentsByIdProposalsAcceptance: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptProposal"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentRecorded"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTemplatesByKeyByLanguage: {
        parameters: {
            query?: {
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                after?: string;
            };
            header?: never;
            path: {
                key: string;
                language: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        id: string;
                        key: string;
                        language: string;
                        version: number;
                        subject: string;
                        body: string;
                        /** Format: date */
                        versionedOn: string | null;
                        revision?: number;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTemplatesByKeyByLanguage: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                key: string;
                language: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionTemplate"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            201: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhooks: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                url?: string;
                registeredOn?: string;
                changedOn?: string;
                waiting?: string;
                dead?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            url: string;
                            types: string[];
                            active: boolean;
                            /** Format: date */
                            registeredOn: string;
                            /** Format: date */
                            changedOn: string | null;
                            waiting: number;
                            dead: number;
                            revision?: number;
                            /** @enum {boolean} */
                            parked?: true;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWebhooks: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterWebhook"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookRegistered"];
                };
            };
            201: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookRegistered"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhooksById: {
        parameters: {
            query?: {
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        url: string;
                        types: string[];
                        active: boolean;
                        /** Format: date */
                        registeredOn: string;
                        /** Format: date */
                        changedOn: string | null;
                        waiting: number;
                        dead: number;
                        revision?: number;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWebhooksById: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeWebhook"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWebhooksByIdSecret: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        secret: string;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWebhooksDeliveriesByIdRedelivery: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        status: string;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRemindersByIdApproval: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveMail"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRemindersByIdRefusal: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseMail"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRemindersByIdChanges: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeMail"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMailsByIdBounce: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BounceMail"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPeopleByIdAlerts: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChooseAlerts"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Quittance-Position"?: string;
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomersSummary: {
        parameters: {
            query?: {
                id?: string;
                name?: string;
                email?: string;
                phone?: string;
                ownerId?: string;
                language?: string;
                currency?: string;
                registeredOn?: string;
                segment?: string;
                open?: string;
                overdue?: string;
                unapplied?: string;
                pending?: string;
                balance?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                balanceCurrency?: string;
                q?: string;
                without?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        count: number;
                        currencies: {
                            currency: string;
                            count: number;
                            open: string;
                            overdue: string;
                            unapplied: string;
                            pending: string;
                            balance: string;
                        }[];
                        position: string;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomersFacets: {
        parameters: {
            query: {
                id?: string;
                name?: string;
                email?: string;
                phone?: string;
                ownerId?: string;
                language?: string;
                currency?: string;
                registeredOn?: string;
                segment?: string;
                open?: string;
                overdue?: string;
                unapplied?: string;
                pending?: string;
                balance?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                balanceCurrency?: string;
                q?: string;
                without?: string;
                of: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        facets: {
                            [key: string]: {
                                values: {
                                    value: string | null;
                                    count: number;
                                }[];
                                others: number;
                            };
                        };
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomersGroups: {
        parameters: {
            query: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: string;
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                name?: string;
                email?: string;
                phone?: string;
                ownerId?: string;
                currency?: string;
                registeredOn?: string;
                segment?: string;
                open?: string;
                overdue?: string;
                unapplied?: string;
                pending?: string;
                balance?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                balanceCurrency?: string;
                q?: string;
                without?: string;
                by: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            value: string | null;
                            currency: string;
                            count: number;
                            open: string;
                            overdue: string;
                            unapplied: string;
                            pending: string;
                            balance: string;
                        }[];
                        by: string;
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInvoicesSummary: {
        parameters: {
            query?: {
                id?: string;
                number?: string;
                customerId?: string;
                customerName?: string;
                issuedOn?: string;
                dueOn?: string;
                agreedDueOn?: string;
                currency?: string;
                total?: string;
                net?: string;
                vat?: string;
                paid?: string;
                open?: string;
                document?: string;
                settlement?: string;
                timing?: string;
                daysOverdue?: string;
                ownerId?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                status?: string;
                hold?: string;
                bucket?: string;
                basis?: "agreed" | "contractual" | "issued";
                buckets?: string;
                q?: string;
                without?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        count: number;
                        currencies: {
                            currency: string;
                            count: number;
                            total: string;
                            paid: string;
                            open: string;
                            overdue: string;
                            aged: string;
                        }[];
                        position: string;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInvoicesFacets: {
        parameters: {
            query: {
                id?: string;
                number?: string;
                customerId?: string;
                customerName?: string;
                issuedOn?: string;
                dueOn?: string;
                agreedDueOn?: string;
                currency?: string;
                total?: string;
                net?: string;
                vat?: string;
                paid?: string;
                open?: string;
                document?: string;
                settlement?: string;
                timing?: string;
                daysOverdue?: string;
                ownerId?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                status?: string;
                hold?: string;
                bucket?: string;
                basis?: "agreed" | "contractual" | "issued";
                buckets?: string;
                q?: string;
                without?: string;
                of: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        facets: {
                            [key: string]: {
                                values: {
                                    value: string | null;
                                    count: number;
                                }[];
                                others: number;
                            };
                        };
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInvoicesGroups: {
        parameters: {
            query: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                number?: string;
                customerId?: string;
                customerName?: string;
                issuedOn?: string;
                dueOn?: string;
                agreedDueOn?: string;
                currency?: string;
                total?: string;
                net?: string;
                vat?: string;
                paid?: string;
                open?: string;
                document?: string;
                settlement?: string;
                timing?: string;
                daysOverdue?: string;
                ownerId?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                status?: string;
                hold?: string;
                bucket?: string;
                basis?: "agreed" | "contractual" | "issued";
                buckets?: string;
                q?: string;
                without?: string;
                by: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            value: string | null;
                            currency: string;
                            count: number;
                            total: string;
                            paid: string;
                            open: string;
                            overdue: string;
                            aged: string;
                        }[];
                        by: string;
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPaymentsSummary: {
        parameters: {
            query?: {
                id?: string;
                receivedOn?: string;
                currency?: string;
                received?: string;
                allocated?: string;
                pending?: string;
                refunded?: string;
                returned?: string;
                unapplied?: string;
                method?: string;
                reference?: string;
                payerId?: string;
                payerName?: string;
                customerId?: string;
                customerName?: string;
                source?: string;
                externalId?: string;
                cancelled?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                invoiceId?: string;
                payerAccount?: string;
                q?: string;
                without?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        count: number;
                        currencies: {
                            currency: string;
                            count: number;
                            received: string;
                            allocated: string;
                            pending: string;
                            refunded: string;
                            returned: string;
                            unapplied: string;
                            cancelled: string;
                        }[];
                        position: string;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPaymentsFacets: {
        parameters: {
            query: {
                id?: string;
                receivedOn?: string;
                currency?: string;
                received?: string;
                allocated?: string;
                pending?: string;
                refunded?: string;
                returned?: string;
                unapplied?: string;
                method?: string;
                reference?: string;
                payerId?: string;
                payerName?: string;
                customerId?: string;
                customerName?: string;
                source?: string;
                externalId?: string;
                cancelled?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                invoiceId?: string;
                payerAccount?: string;
                q?: string;
                without?: string;
                of: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        facets: {
                            [key: string]: {
                                values: {
                                    value: string | null;
                                    count: number;
                                }[];
                                others: number;
                            };
                        };
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPaymentsGroups: {
        parameters: {
            query: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                receivedOn?: string;
                currency?: string;
                received?: string;
                allocated?: string;
                pending?: string;
                refunded?: string;
                returned?: string;
                unapplied?: string;
                method?: string;
                reference?: string;
                payerId?: string;
                payerName?: string;
                customerId?: string;
                customerName?: string;
                source?: string;
                externalId?: string;
                cancelled?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                invoiceId?: string;
                payerAccount?: string;
                q?: string;
                without?: string;
                by: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            value: string | null;
                            currency: string;
                            count: number;
                            received: string;
                            allocated: string;
                            pending: string;
                            refunded: string;
                            returned: string;
                            unapplied: string;
                            cancelled: string;
                        }[];
                        by: string;
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPaymentsCompare: {
        parameters: {
            query?: {
                id?: string;
                receivedOn?: string;
                currency?: string;
                received?: string;
                allocated?: string;
                pending?: string;
                refunded?: string;
                returned?: string;
                unapplied?: string;
                method?: string;
                reference?: string;
                payerId?: string;
                payerName?: string;
                customerId?: string;
                customerName?: string;
                source?: string;
                externalId?: string;
                cancelled?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                invoiceId?: string;
                payerAccount?: string;
                q?: string;
                without?: string;
                vsAsOf?: string;
                vsKnownAt?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        versus: string;
                        rows: {
                            id: string;
                            a: {
                                /** Format: uuid */
                                id: string;
                                /** Format: date */
                                receivedOn: string;
                                currency: string;
                                received: string;
                                allocated: string;
                                pending: string;
                                refunded: string;
                                returned: string;
                                unapplied: string;
                                method: string | null;
                                reference: string | null;
                                payerId: string | null;
                                payerName: string | null;
                                customerId: string | null;
                                customerName: string | null;
                                source: string | null;
                                externalId: string | null;
                                cancelled: string;
                                revision?: number;
                            } | null;
                            b: {
                                /** Format: uuid */
                                id: string;
                                /** Format: date */
                                receivedOn: string;
                                currency: string;
                                received: string;
                                allocated: string;
                                pending: string;
                                refunded: string;
                                returned: string;
                                unapplied: string;
                                method: string | null;
                                reference: string | null;
                                payerId: string | null;
                                payerName: string | null;
                                customerId: string | null;
                                customerName: string | null;
                                source: string | null;
                                externalId: string | null;
                                cancelled: string;
                                revision?: number;
                            } | null;
                            fields: string[];
                        }[];
                        more: boolean;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCreditNotesSummary: {
        parameters: {
            query?: {
                id?: string;
                number?: string;
                customerId?: string;
                customerName?: string;
                issuedOn?: string;
                countsOn?: string;
                currency?: string;
                total?: string;
                net?: string;
                vat?: string;
                applied?: string;
                refunded?: string;
                onAccount?: string;
                cancelled?: string;
                pending?: string;
                reasonCode?: string;
                reason?: string;
                correctsText?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                appliedTo?: string;
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        count: number;
                        currencies: {
                            currency: string;
                            count: number;
                            total: string;
                            applied: string;
                            refunded: string;
                            onAccount: string;
                            cancelled: string;
                            pending: string;
                        }[];
                        position: string;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCreditNotesFacets: {
        parameters: {
            query: {
                id?: string;
                number?: string;
                customerId?: string;
                customerName?: string;
                issuedOn?: string;
                countsOn?: string;
                currency?: string;
                total?: string;
                net?: string;
                vat?: string;
                applied?: string;
                refunded?: string;
                onAccount?: string;
                cancelled?: string;
                pending?: string;
                reasonCode?: string;
                reason?: string;
                correctsText?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                appliedTo?: string;
                q?: string;
                of: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        facets: {
                            [key: string]: {
                                values: {
                                    value: string | null;
                                    count: number;
                                }[];
                                others: number;
                            };
                        };
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCreditNotesGroups: {
        parameters: {
            query: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                number?: string;
                customerId?: string;
                customerName?: string;
                issuedOn?: string;
                countsOn?: string;
                currency?: string;
                total?: string;
                net?: string;
                vat?: string;
                applied?: string;
                refunded?: string;
                onAccount?: string;
                cancelled?: string;
                pending?: string;
                reasonCode?: string;
                reason?: string;
                correctsText?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                appliedTo?: string;
                q?: string;
                by: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            value: string | null;
                            currency: string;
                            count: number;
                            total: string;
                            applied: string;
                            refunded: string;
                            onAccount: string;
                            cancelled: string;
                            pending: string;
                        }[];
                        by: string;
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDunningBlocked: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                customerName?: string;
                part?: string;
                agreedDueOn?: string;
                step?: string;
                code?: string;
                since?: string;
                currency?: string;
                open?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            invoiceId: string;
                            number: string;
                            customerId: string;
                            customerName: string | null;
                            part: number;
                            /** Format: date */
                            agreedDueOn: string;
                            step: string;
                            code: string;
                            /** Format: date */
                            since: string;
                            currency: string;
                            open: string;
                            revision?: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDunningBlockedSummary: {
        parameters: {
            query?: {
                id?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                customerName?: string;
                part?: string;
                agreedDueOn?: string;
                step?: string;
                code?: string;
                since?: string;
                currency?: string;
                open?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        count: number;
                        currencies: {
                            currency: string;
                            count: number;
                        }[];
                        position: string;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDunningBlockedFacets: {
        parameters: {
            query: {
                id?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                customerName?: string;
                part?: string;
                agreedDueOn?: string;
                step?: string;
                code?: string;
                since?: string;
                currency?: string;
                open?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                of: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        facets: {
                            [key: string]: {
                                values: {
                                    value: string | null;
                                    count: number;
                                }[];
                                others: number;
                            };
                        };
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDunningBlockedGroups: {
        parameters: {
            query: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                customerName?: string;
                part?: string;
                agreedDueOn?: string;
                step?: string;
                code?: string;
                since?: string;
                currency?: string;
                open?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                by: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            value: string | null;
                            currency: string;
                            count: number;
                        }[];
                        by: string;
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportsLateRecorded: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                type?: string;
                effectiveOn?: string;
                daysLate?: string;
                actor?: string;
                invoiceId?: string;
                customerId?: string;
                customerName?: string;
                sentence?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                days?: number;
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            id: string;
                            type: string;
                            /** Format: date */
                            effectiveOn: string;
                            /** Format: date-time */
                            recordedAt: string;
                            daysLate: number;
                            actor: string;
                            /** Format: uuid */
                            invoiceId: string | null;
                            customerId: string | null;
                            customerName: string | null;
                            sentence: string;
                            revision?: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportsLateRecordedCompare: {
        parameters: {
            query?: {
                id?: string;
                type?: string;
                effectiveOn?: string;
                daysLate?: string;
                actor?: string;
                invoiceId?: string;
                customerId?: string;
                customerName?: string;
                sentence?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                days?: number;
                q?: string;
                vsAsOf?: string;
                vsKnownAt?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        versus: string;
                        rows: {
                            id: string;
                            a: {
                                id: string;
                                type: string;
                                /** Format: date */
                                effectiveOn: string;
                                /** Format: date-time */
                                recordedAt: string;
                                daysLate: number;
                                actor: string;
                                /** Format: uuid */
                                invoiceId: string | null;
                                customerId: string | null;
                                customerName: string | null;
                                sentence: string;
                                revision?: number;
                            } | null;
                            b: {
                                id: string;
                                type: string;
                                /** Format: date */
                                effectiveOn: string;
                                /** Format: date-time */
                                recordedAt: string;
                                daysLate: number;
                                actor: string;
                                /** Format: uuid */
                                invoiceId: string | null;
                                customerId: string | null;
                                customerName: string | null;
                                sentence: string;
                                revision?: number;
                            } | null;
                            fields: string[];
                        }[];
                        more: boolean;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getExports: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                at?: string;
                actor?: string;
                path?: string;
                question?: string;
                position?: string;
                rows?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            at: string;
                            actor: string;
                            roles: string[];
                            path: string;
                            question: string;
                            position: number;
                            rows: number | null;
                            whole: boolean;
                            revision?: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportsNumbering: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                kind?: string;
                series?: string;
                first?: string;
                last?: string;
                documents?: string;
                missing?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            id: string;
                            kind: string;
                            series: string;
                            first: string;
                            last: string;
                            documents: number;
                            missing: number;
                            gaps: {
                                after?: string;
                                before?: string;
                                missing?: string;
                            }[];
                            duplicates: string[];
                            revision?: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportsExceptions: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                kind?: string;
                id?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                customerName?: string;
                since?: string;
                until?: string;
                currency?: string;
                amount?: string;
                state?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            kind: string;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            invoiceId: string | null;
                            number: string | null;
                            customerId: string;
                            customerName: string | null;
                            /** Format: date */
                            since: string;
                            /** Format: date */
                            until: string | null;
                            currency: string | null;
                            amount: string | null;
                            state: string;
                            revision?: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportsExceptionsCompare: {
        parameters: {
            query?: {
                kind?: string;
                id?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                customerName?: string;
                since?: string;
                until?: string;
                currency?: string;
                amount?: string;
                state?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                vsAsOf?: string;
                vsKnownAt?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        versus: string;
                        rows: {
                            id: string;
                            a: {
                                kind: string;
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                invoiceId: string | null;
                                number: string | null;
                                customerId: string;
                                customerName: string | null;
                                /** Format: date */
                                since: string;
                                /** Format: date */
                                until: string | null;
                                currency: string | null;
                                amount: string | null;
                                state: string;
                                revision?: number;
                            } | null;
                            b: {
                                kind: string;
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                invoiceId: string | null;
                                number: string | null;
                                customerId: string;
                                customerName: string | null;
                                /** Format: date */
                                since: string;
                                /** Format: date */
                                until: string | null;
                                currency: string | null;
                                amount: string | null;
                                state: string;
                                revision?: number;
                            } | null;
                            fields: string[];
                        }[];
                        more: boolean;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDisputes: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                currency?: string;
                amount?: string;
                reasonCode?: string;
                reason?: string;
                ownerId?: string;
                answerBy?: string;
                disputedOn?: string;
                outcome?: string;
                upheld?: string;
                creditNoteId?: string;
                resolvedOn?: string;
                resolution?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                status?: "open" | "resolved";
                q?: string;
                without?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            invoiceId: string;
                            number: string;
                            customerId: string;
                            currency: string;
                            amount: string;
                            reasonCode: string;
                            reason: string | null;
                            ownerId: string | null;
                            /** Format: date */
                            answerBy: string | null;
                            /** Format: date */
                            disputedOn: string;
                            /** @enum {string} */
                            status: "open" | "resolved";
                            outcome: string | null;
                            upheld: string | null;
                            /** Format: uuid */
                            creditNoteId: string | null;
                            /** Format: date */
                            resolvedOn: string | null;
                            resolution: string | null;
                            revision?: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDisputesSummary: {
        parameters: {
            query?: {
                id?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                currency?: string;
                amount?: string;
                reasonCode?: string;
                reason?: string;
                ownerId?: string;
                answerBy?: string;
                disputedOn?: string;
                outcome?: string;
                upheld?: string;
                creditNoteId?: string;
                resolvedOn?: string;
                resolution?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                status?: "open" | "resolved";
                q?: string;
                without?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        count: number;
                        currencies: {
                            currency: string;
                            count: number;
                            amount: string;
                        }[];
                        position: string;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDisputesFacets: {
        parameters: {
            query: {
                id?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                currency?: string;
                amount?: string;
                reasonCode?: string;
                reason?: string;
                ownerId?: string;
                answerBy?: string;
                disputedOn?: string;
                outcome?: string;
                upheld?: string;
                creditNoteId?: string;
                resolvedOn?: string;
                resolution?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                status?: "open" | "resolved";
                q?: string;
                without?: string;
                of: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        facets: {
                            [key: string]: {
                                values: {
                                    value: string | null;
                                    count: number;
                                }[];
                                others: number;
                            };
                        };
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDisputesGroups: {
        parameters: {
            query: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                currency?: string;
                amount?: string;
                reasonCode?: string;
                reason?: string;
                ownerId?: string;
                answerBy?: string;
                disputedOn?: string;
                outcome?: string;
                upheld?: string;
                creditNoteId?: string;
                resolvedOn?: string;
                resolution?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                status?: "open" | "resolved";
                q?: string;
                without?: string;
                by: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            value: string | null;
                            currency: string;
                            count: number;
                            amount: string;
                        }[];
                        by: string;
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPauses: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                currency?: string;
                pausedOn?: string;
                until?: string;
                reason?: string;
                endedOn?: string;
                endReason?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                without?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            invoiceId: string | null;
                            number: string | null;
                            customerId: string;
                            currency: string | null;
                            /** Format: date */
                            pausedOn: string;
                            /** Format: date */
                            until: string | null;
                            reason: string | null;
                            /** Format: date */
                            endedOn: string | null;
                            endReason: string | null;
                            revision?: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPausesSummary: {
        parameters: {
            query?: {
                id?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                currency?: string;
                pausedOn?: string;
                until?: string;
                reason?: string;
                endedOn?: string;
                endReason?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                without?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        count: number;
                        currencies: {
                            currency: string;
                            count: number;
                        }[];
                        position: string;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPausesFacets: {
        parameters: {
            query: {
                id?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                currency?: string;
                pausedOn?: string;
                until?: string;
                reason?: string;
                endedOn?: string;
                endReason?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                without?: string;
                of: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        facets: {
                            [key: string]: {
                                values: {
                                    value: string | null;
                                    count: number;
                                }[];
                                others: number;
                            };
                        };
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPausesGroups: {
        parameters: {
            query: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                currency?: string;
                pausedOn?: string;
                until?: string;
                reason?: string;
                endedOn?: string;
                endReason?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                without?: string;
                by: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            value: string | null;
                            currency: string;
                            count: number;
                        }[];
                        by: string;
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPromises: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                currency?: string;
                amount?: string;
                paid?: string;
                promisedOn?: string;
                madeOn?: string;
                state?: string;
                madeBy?: string;
                reason?: string;
                withdrawnOn?: string;
                withdrawal?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            invoiceId: string;
                            number: string;
                            customerId: string;
                            currency: string;
                            amount: string;
                            paid: string;
                            /** Format: date */
                            promisedOn: string;
                            /** Format: date */
                            madeOn: string;
                            state: string;
                            madeBy: string | null;
                            reason: string | null;
                            /** Format: date */
                            withdrawnOn: string | null;
                            withdrawal: string | null;
                            revision?: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPromisesSummary: {
        parameters: {
            query?: {
                id?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                currency?: string;
                amount?: string;
                paid?: string;
                promisedOn?: string;
                madeOn?: string;
                state?: string;
                madeBy?: string;
                reason?: string;
                withdrawnOn?: string;
                withdrawal?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        count: number;
                        currencies: {
                            currency: string;
                            count: number;
                            amount: string;
                        }[];
                        position: string;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPromisesFacets: {
        parameters: {
            query: {
                id?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                currency?: string;
                amount?: string;
                paid?: string;
                promisedOn?: string;
                madeOn?: string;
                state?: string;
                madeBy?: string;
                reason?: string;
                withdrawnOn?: string;
                withdrawal?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                of: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        facets: {
                            [key: string]: {
                                values: {
                                    value: string | null;
                                    count: number;
                                }[];
                                others: number;
                            };
                        };
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPromisesGroups: {
        parameters: {
            query: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                currency?: string;
                amount?: string;
                paid?: string;
                promisedOn?: string;
                madeOn?: string;
                state?: string;
                madeBy?: string;
                reason?: string;
                withdrawnOn?: string;
                withdrawal?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                by: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            value: string | null;
                            currency: string;
                            count: number;
                            amount: string;
                        }[];
                        by: string;
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlans: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                currency?: string;
                amount?: string;
                settled?: string;
                agreedOn?: string;
                state?: string;
                brokenOn?: string;
                reason?: string;
                revokedOn?: string;
                revocation?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            invoiceId: string;
                            number: string;
                            customerId: string;
                            currency: string;
                            amount: string;
                            settled: string;
                            instalments: {
                                dueOn: string;
                                amount: string;
                            }[];
                            /** Format: date */
                            agreedOn: string;
                            state: string;
                            /** Format: date */
                            brokenOn: string | null;
                            reason: string | null;
                            /** Format: date */
                            revokedOn: string | null;
                            revocation: string | null;
                            revision?: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlansSummary: {
        parameters: {
            query?: {
                id?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                currency?: string;
                amount?: string;
                settled?: string;
                agreedOn?: string;
                state?: string;
                brokenOn?: string;
                reason?: string;
                revokedOn?: string;
                revocation?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        count: number;
                        currencies: {
                            currency: string;
                            count: number;
                            amount: string;
                            settled: string;
                        }[];
                        position: string;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlansFacets: {
        parameters: {
            query: {
                id?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                currency?: string;
                amount?: string;
                settled?: string;
                agreedOn?: string;
                state?: string;
                brokenOn?: string;
                reason?: string;
                revokedOn?: string;
                revocation?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                of: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        facets: {
                            [key: string]: {
                                values: {
                                    value: string | null;
                                    count: number;
                                }[];
                                others: number;
                            };
                        };
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlansGroups: {
        parameters: {
            query: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                currency?: string;
                amount?: string;
                settled?: string;
                agreedOn?: string;
                state?: string;
                brokenOn?: string;
                reason?: string;
                revokedOn?: string;
                revocation?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                by: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            value: string | null;
                            currency: string;
                            count: number;
                            amount: string;
                            settled: string;
                        }[];
                        by: string;
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNotes: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                notedOn?: string;
                followUpOn?: string;
                text?: string;
                actor?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            invoiceId: string | null;
                            number: string | null;
                            customerId: string;
                            /** Format: date */
                            notedOn: string;
                            /** Format: date */
                            followUpOn: string | null;
                            text: string | null;
                            actor: string;
                            revision?: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSendings: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                invoiceId?: string;
                channel?: string;
                recipient?: string;
                sentOn?: string;
                actor?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            id: string;
                            /** Format: uuid */
                            invoiceId: string;
                            channel: string;
                            recipient: string | null;
                            /** Format: date */
                            sentOn: string;
                            actor: string;
                            revision?: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMerges: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                customerId?: string;
                intoCustomerId?: string;
                mergedOn?: string;
                reason?: string;
                undoReason?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            /** Format: uuid */
                            id: string;
                            customerId: string;
                            intoCustomerId: string;
                            /** Format: date */
                            mergedOn: string;
                            reason: string | null;
                            undone: boolean;
                            undoReason: string | null;
                            revision?: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCollections: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                currency?: string;
                agency?: string;
                handedOverOn?: string;
                reason?: string;
                returnedOn?: string;
                returnReason?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            invoiceId: string;
                            number: string;
                            customerId: string;
                            currency: string;
                            agency: string;
                            /** Format: date */
                            handedOverOn: string;
                            reason: string | null;
                            /** Format: date */
                            returnedOn: string | null;
                            returnReason: string | null;
                            revision?: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCollectionsSummary: {
        parameters: {
            query?: {
                id?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                currency?: string;
                agency?: string;
                handedOverOn?: string;
                reason?: string;
                returnedOn?: string;
                returnReason?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        count: number;
                        currencies: {
                            currency: string;
                            count: number;
                        }[];
                        position: string;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCollectionsFacets: {
        parameters: {
            query: {
                id?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                currency?: string;
                agency?: string;
                handedOverOn?: string;
                reason?: string;
                returnedOn?: string;
                returnReason?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                of: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        facets: {
                            [key: string]: {
                                values: {
                                    value: string | null;
                                    count: number;
                                }[];
                                others: number;
                            };
                        };
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCollectionsGroups: {
        parameters: {
            query: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                currency?: string;
                agency?: string;
                handedOverOn?: string;
                reason?: string;
                returnedOn?: string;
                returnReason?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                by: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            value: string | null;
                            currency: string;
                            count: number;
                        }[];
                        by: string;
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInsolvencies: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                customerId?: string;
                since?: string;
                reference?: string;
                reason?: string;
                endedOn?: string;
                endReason?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            /** Format: uuid */
                            id: string;
                            customerId: string;
                            /** Format: date */
                            since: string;
                            reference: string | null;
                            reason: string | null;
                            /** Format: date */
                            endedOn: string | null;
                            endReason: string | null;
                            revision?: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDraftsSummary: {
        parameters: {
            query?: {
                id?: string;
                customerId?: string;
                customerName?: string;
                currency?: string;
                total?: string;
                issuedOn?: string;
                status?: string;
                createdOn?: string;
                createdBy?: string;
                approvedBy?: string;
                number?: string;
                invoiceId?: string;
                notes?: string;
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                        currencies: {
                            currency: string;
                            count: number;
                            total: string;
                        }[];
                        position: string;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDraftsFacets: {
        parameters: {
            query: {
                id?: string;
                customerId?: string;
                customerName?: string;
                currency?: string;
                total?: string;
                issuedOn?: string;
                status?: string;
                createdOn?: string;
                createdBy?: string;
                approvedBy?: string;
                number?: string;
                invoiceId?: string;
                notes?: string;
                q?: string;
                of: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        facets: {
                            [key: string]: {
                                values: {
                                    value: string | null;
                                    count: number;
                                }[];
                                others: number;
                            };
                        };
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDraftsGroups: {
        parameters: {
            query: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                customerId?: string;
                customerName?: string;
                currency?: string;
                total?: string;
                issuedOn?: string;
                status?: string;
                createdOn?: string;
                createdBy?: string;
                approvedBy?: string;
                number?: string;
                invoiceId?: string;
                notes?: string;
                q?: string;
                by: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            value: string | null;
                            currency: string;
                            count: number;
                            total: string;
                        }[];
                        by: string;
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHandOvers: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                personId?: string;
                toPersonId?: string;
                handedOverOn?: string;
                reason?: string;
                undoReason?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            /** Format: uuid */
                            id: string;
                            personId: string;
                            toPersonId: string;
                            /** Format: date */
                            handedOverOn: string;
                            reason: string | null;
                            undone: boolean;
                            undoReason: string | null;
                            revision?: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAbsences: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                personId?: string;
                from?: string;
                to?: string;
                deputyId?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            /** Format: uuid */
                            id: string;
                            personId: string;
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            to: string;
                            deputyId: string;
                            revision?: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWork: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                kind?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                customerName?: string;
                deputyId?: string;
                why?: string;
                since?: string;
                amount?: string;
                currency?: string;
                next?: string;
                urgency?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                ownerId?: string;
                q?: string;
                without?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            id: string;
                            kind: string;
                            /** Format: uuid */
                            invoiceId: string | null;
                            number: string | null;
                            customerId: string | null;
                            customerName: string | null;
                            ownerId: string | null;
                            deputyId: string | null;
                            why: string;
                            params: {
                                [key: string]: string;
                            };
                            /** Format: date */
                            since: string;
                            amount: string | null;
                            currency: string | null;
                            next: string;
                            urgency: number;
                            revision?: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkSummary: {
        parameters: {
            query?: {
                id?: string;
                kind?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                customerName?: string;
                deputyId?: string;
                why?: string;
                since?: string;
                amount?: string;
                currency?: string;
                next?: string;
                urgency?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                ownerId?: string;
                q?: string;
                without?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        count: number;
                        currencies: {
                            currency: string;
                            count: number;
                        }[];
                        position: string;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkFacets: {
        parameters: {
            query: {
                id?: string;
                kind?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                customerName?: string;
                deputyId?: string;
                why?: string;
                since?: string;
                amount?: string;
                currency?: string;
                next?: string;
                urgency?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                ownerId?: string;
                q?: string;
                without?: string;
                of: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        facets: {
                            [key: string]: {
                                values: {
                                    value: string | null;
                                    count: number;
                                }[];
                                others: number;
                            };
                        };
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkGroups: {
        parameters: {
            query: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                kind?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                customerName?: string;
                deputyId?: string;
                why?: string;
                since?: string;
                amount?: string;
                currency?: string;
                next?: string;
                urgency?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                ownerId?: string;
                q?: string;
                without?: string;
                by: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            value: string | null;
                            currency: string;
                            count: number;
                        }[];
                        by: string;
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWriteOffs: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                reasonCode?: string;
                vat?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                currency?: string;
                amount?: string;
                takenBack?: string;
                status?: string;
                reason?: string;
                requestedBy?: string;
                requestedOn?: string;
                approvedBy?: string;
                countsFrom?: string;
                refusal?: string;
                undo?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            /** Format: uuid */
                            id: string;
                            reasonCode: string;
                            vat: string | null;
                            /** Format: uuid */
                            invoiceId: string;
                            number: string;
                            customerId: string;
                            currency: string;
                            amount: string;
                            takenBack: string;
                            /** @enum {string} */
                            status: "requested" | "recorded" | "refused" | "undone" | "recovered";
                            reason: string | null;
                            requestedBy: string;
                            /** Format: date */
                            requestedOn: string;
                            approvedBy: string | null;
                            /** Format: date */
                            countsFrom: string | null;
                            because: string[] | null;
                            refusal: string | null;
                            undo: string | null;
                            revision?: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWriteOffsSummary: {
        parameters: {
            query?: {
                id?: string;
                reasonCode?: string;
                vat?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                currency?: string;
                amount?: string;
                takenBack?: string;
                status?: string;
                reason?: string;
                requestedBy?: string;
                requestedOn?: string;
                approvedBy?: string;
                countsFrom?: string;
                refusal?: string;
                undo?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        count: number;
                        currencies: {
                            currency: string;
                            count: number;
                            amount: string;
                            takenBack: string;
                        }[];
                        position: string;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWriteOffsFacets: {
        parameters: {
            query: {
                id?: string;
                reasonCode?: string;
                vat?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                currency?: string;
                amount?: string;
                takenBack?: string;
                status?: string;
                reason?: string;
                requestedBy?: string;
                requestedOn?: string;
                approvedBy?: string;
                countsFrom?: string;
                refusal?: string;
                undo?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                of: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        facets: {
                            [key: string]: {
                                values: {
                                    value: string | null;
                                    count: number;
                                }[];
                                others: number;
                            };
                        };
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWriteOffsGroups: {
        parameters: {
            query: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                reasonCode?: string;
                vat?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                currency?: string;
                amount?: string;
                takenBack?: string;
                status?: string;
                reason?: string;
                requestedBy?: string;
                requestedOn?: string;
                approvedBy?: string;
                countsFrom?: string;
                refusal?: string;
                undo?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                by: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            value: string | null;
                            currency: string;
                            count: number;
                            amount: string;
                            takenBack: string;
                        }[];
                        by: string;
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSettlements: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                kind?: string;
                reference?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                currency?: string;
                amount?: string;
                takenBack?: string;
                status?: string;
                reason?: string;
                requestedBy?: string;
                requestedOn?: string;
                approvedBy?: string;
                countsFrom?: string;
                refusal?: string;
                undo?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            reference: string | null;
                            /** Format: uuid */
                            invoiceId: string;
                            number: string;
                            customerId: string;
                            currency: string;
                            amount: string;
                            takenBack: string;
                            /** @enum {string} */
                            status: "requested" | "recorded" | "refused" | "undone" | "recovered";
                            reason: string | null;
                            requestedBy: string;
                            /** Format: date */
                            requestedOn: string;
                            approvedBy: string | null;
                            /** Format: date */
                            countsFrom: string | null;
                            because: string[] | null;
                            refusal: string | null;
                            undo: string | null;
                            revision?: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSettlementsSummary: {
        parameters: {
            query?: {
                id?: string;
                kind?: string;
                reference?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                currency?: string;
                amount?: string;
                takenBack?: string;
                status?: string;
                reason?: string;
                requestedBy?: string;
                requestedOn?: string;
                approvedBy?: string;
                countsFrom?: string;
                refusal?: string;
                undo?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        count: number;
                        currencies: {
                            currency: string;
                            count: number;
                            amount: string;
                            takenBack: string;
                        }[];
                        position: string;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSettlementsFacets: {
        parameters: {
            query: {
                id?: string;
                kind?: string;
                reference?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                currency?: string;
                amount?: string;
                takenBack?: string;
                status?: string;
                reason?: string;
                requestedBy?: string;
                requestedOn?: string;
                approvedBy?: string;
                countsFrom?: string;
                refusal?: string;
                undo?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                of: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        facets: {
                            [key: string]: {
                                values: {
                                    value: string | null;
                                    count: number;
                                }[];
                                others: number;
                            };
                        };
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSettlementsGroups: {
        parameters: {
            query: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                kind?: string;
                reference?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                currency?: string;
                amount?: string;
                takenBack?: string;
                status?: string;
                reason?: string;
                requestedBy?: string;
                requestedOn?: string;
                approvedBy?: string;
                countsFrom?: string;
                refusal?: string;
                undo?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                by: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            value: string | null;
                            currency: string;
                            count: number;
                            amount: string;
                            takenBack: string;
                        }[];
                        by: string;
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportsLimitsPassed: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                kind?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                currency?: string;
                amount?: string;
                yearSum?: string;
                yearLimit?: string;
                countsFrom?: string;
                requestedBy?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            /** Format: uuid */
                            invoiceId: string;
                            number: string;
                            customerId: string;
                            currency: string;
                            amount: string;
                            yearSum: string;
                            yearLimit: string;
                            judgedAt: string;
                            /** Format: date */
                            countsFrom: string;
                            requestedBy: string;
                            revision?: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportsLimitsPassedSummary: {
        parameters: {
            query?: {
                id?: string;
                kind?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                currency?: string;
                amount?: string;
                yearSum?: string;
                yearLimit?: string;
                countsFrom?: string;
                requestedBy?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        count: number;
                        currencies: {
                            currency: string;
                            count: number;
                            amount: string;
                        }[];
                        position: string;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportsLimitsPassedFacets: {
        parameters: {
            query: {
                id?: string;
                kind?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                currency?: string;
                amount?: string;
                yearSum?: string;
                yearLimit?: string;
                countsFrom?: string;
                requestedBy?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                of: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        facets: {
                            [key: string]: {
                                values: {
                                    value: string | null;
                                    count: number;
                                }[];
                                others: number;
                            };
                        };
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportsLimitsPassedGroups: {
        parameters: {
            query: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                kind?: string;
                invoiceId?: string;
                number?: string;
                customerId?: string;
                currency?: string;
                amount?: string;
                yearSum?: string;
                yearLimit?: string;
                countsFrom?: string;
                requestedBy?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                by: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            value: string | null;
                            currency: string;
                            count: number;
                            amount: string;
                        }[];
                        by: string;
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportsAttempts: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                actorId?: string;
                code?: string;
                command?: string;
                document?: string;
                count?: string;
                attemptedOn?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                without?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            /** Format: uuid */
                            id: string;
                            actorId: string;
                            code: string;
                            command: string | null;
                            document: string | null;
                            count: number;
                            /** Format: date */
                            attemptedOn: string;
                            revision?: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTemplates: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: string;
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                key?: string;
                version?: string;
                subject?: string;
                body?: string;
                versionedOn?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            id: string;
                            key: string;
                            language: string;
                            version: number;
                            subject: string;
                            body: string;
                            /** Format: date */
                            versionedOn: string | null;
                            revision?: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhooksDeliveries: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                webhookId?: string;
                type?: string;
                position?: string;
                attempts?: string;
                answer?: string;
                dueAt?: string;
                madeOn?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            webhookId: string;
                            type: string;
                            /** @enum {string} */
                            status: "waiting" | "delivered" | "dead";
                            position: number;
                            attempts: number;
                            answer: string | null;
                            /** Format: date-time */
                            dueAt: string;
                            /** Format: date */
                            madeOn: string;
                            revision?: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMails: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: string;
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                customerId?: string;
                customerName?: string;
                status?: string;
                draftedOn?: string;
                tone?: string;
                template?: string;
                items?: string;
                attempts?: string;
                code?: string;
                address?: string;
                line?: string;
                messageId?: string;
                response?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            customerId: string;
                            customerName: string | null;
                            status: string;
                            /** Format: date */
                            draftedOn: string;
                            language: string;
                            tone: string;
                            template: string;
                            items: number;
                            waits: boolean;
                            attempts: number;
                            code: string | null;
                            address: string | null;
                            line: string | null;
                            messageId: string | null;
                            response: string | null;
                            revision?: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDigests: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: string;
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                id?: string;
                personId?: string;
                on?: string;
                alerts?: string;
                status?: string;
                named?: string;
                more?: string;
                attempts?: string;
                code?: string;
                address?: string;
                line?: string;
                messageId?: string;
                response?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                q?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            personId: string;
                            /** Format: date */
                            on: string;
                            alerts: string;
                            status: string;
                            language: string;
                            named: number;
                            more: number;
                            attempts: number;
                            code: string | null;
                            address: string | null;
                            line: string | null;
                            messageId: string | null;
                            response: string | null;
                            revision?: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomersById: {
        parameters: {
            query?: {
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        id: string;
                        name: string | null;
                        email: string | null;
                        phone: string | null;
                        ownerId: string | null;
                        language: string | null;
                        currency: string | null;
                        /** Format: date */
                        registeredOn: string;
                        terms: {
                            /** @enum {string} */
                            type: "net" | "endOfMonth" | "dayOfMonth" | "nextMonth" | "daysEndOfMonth" | "instalments";
                            days?: number;
                            months?: number;
                            day?: number;
                            parts?: {
                                share?: string;
                                amount?: string;
                                rest?: boolean;
                                months?: number;
                                day?: number;
                                days?: number;
                            }[];
                            discount?: {
                                percent?: string;
                                days?: number;
                            };
                        } | null;
                        vatId?: string;
                        segment?: string;
                        highValue?: boolean;
                        address?: {
                            [key: string]: string;
                        };
                        contacts?: {
                            [key: string]: string;
                        }[];
                        creditLimit?: {
                            [key: string]: string;
                        };
                        mergedInto?: string;
                        balances: {
                            currency: string;
                            open: string;
                            overdue: string;
                            unapplied: string;
                            pending: string;
                            balance: string;
                            disputed?: string;
                            credits?: string;
                        }[];
                        revision?: number;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPeopleById: {
        parameters: {
            query?: {
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string | null;
                        email: string | null;
                        roles: string[];
                        managerId: string | null;
                        leadId: string | null;
                        /** Format: date */
                        seenOn: string | null;
                        alerts: string;
                        language: string | null;
                        revision?: number;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInvoicesById: {
        parameters: {
            query?: {
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        /** Format: uuid */
                        id: string;
                        number: string;
                        customerId: string;
                        customerName: string | null;
                        /** Format: date */
                        issuedOn: string;
                        /** Format: date */
                        dueOn: string;
                        /** Format: date */
                        agreedDueOn: string;
                        currency: string;
                        total: string;
                        net: string | null;
                        vat: string | null;
                        paid: string;
                        open: string;
                        /** @enum {string} */
                        document: "issued" | "sent" | "void";
                        /** @enum {string} */
                        settlement: "open" | "partly" | "settled";
                        /** @enum {string} */
                        timing: "not-due" | "due-today" | "overdue";
                        /** @enum {string} */
                        status: "void" | "paid" | "closed" | "overdue" | "due" | "sent" | "issued";
                        /** @enum {string|null} */
                        closedBy: "credit" | "write-off" | "else" | null;
                        overdue: boolean;
                        daysOverdue: number;
                        ownerId: string;
                        holds: {
                            /** @enum {string} */
                            kind: "disputed" | "promised" | "on-plan" | "paused" | "extended" | "in-collection" | "insolvent";
                            /** Format: uuid */
                            id: string;
                            /** Format: date */
                            since: string;
                            /** Format: date */
                            until?: string;
                            amount?: string;
                        }[];
                        revision?: number;
                        lines: {
                            description?: string;
                            quantity?: string;
                            unitPrice?: string;
                            net?: string;
                            vatRate?: string;
                            vat?: string;
                            amount: string;
                        }[];
                        work: {
                            project?: string;
                            milestone?: string;
                            deliveredOn?: string;
                        } | null;
                        terms: {
                            /** @enum {string} */
                            type: "net" | "endOfMonth" | "dayOfMonth" | "nextMonth" | "daysEndOfMonth" | "instalments";
                            days?: number;
                            months?: number;
                            day?: number;
                            parts?: {
                                share?: string;
                                amount?: string;
                                rest?: boolean;
                                months?: number;
                                day?: number;
                                days?: number;
                            }[];
                            discount?: {
                                percent?: string;
                                days?: number;
                            };
                        } | null;
                        notes: string | null;
                        approvedBy: string | null;
                        settledBy: {
                            [key: string]: string;
                        };
                        settlements: {
                            kind: string;
                            /** Format: uuid */
                            id: string | null;
                            /** Format: uuid */
                            sourceId: string | null;
                            amount: string;
                            /** Format: date */
                            on: string;
                            instalment?: number;
                        }[];
                        payments: {
                            /** Format: uuid */
                            paymentId: string;
                            /** Format: uuid */
                            allocationId: string;
                            /** Format: date */
                            receivedOn: string;
                            /** Format: date */
                            appliedOn: string | null;
                            requested: string;
                            applied: string;
                            status: string;
                            code: string | null;
                            instalment?: number;
                        }[];
                        instalments: {
                            number: number;
                            /** Format: date */
                            dueOn: string;
                            /** Format: date */
                            agreedDueOn: string;
                            amount: string;
                            open: string;
                        }[];
                        extensions: {
                            /** Format: uuid */
                            extensionId: string;
                            /** Format: date */
                            agreedDueOn: string;
                            /** Format: date */
                            grantedOn: string;
                            instalment: number | null;
                            /** Format: date */
                            revokedOn: string | null;
                            actor: string | null;
                            reason: string | null;
                        }[];
                        owners: {
                            ownerId: string;
                            /** Format: date */
                            assignedOn: string;
                            actor: string | null;
                            reason: string | null;
                        }[];
                        nextStep: {
                            key: string;
                            kind: string;
                            /** Format: date */
                            on: string;
                            part: number;
                            blockedBy: string | null;
                        } | null;
                        /** @enum {boolean} */
                        parked?: true;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPaymentsById: {
        parameters: {
            query?: {
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        /** Format: uuid */
                        id: string;
                        /** Format: date */
                        receivedOn: string;
                        currency: string;
                        received: string;
                        allocated: string;
                        pending: string;
                        refunded: string;
                        returned: string;
                        unapplied: string;
                        method: string | null;
                        reference: string | null;
                        payerId: string | null;
                        payerName: string | null;
                        customerId: string | null;
                        customerName: string | null;
                        source: string | null;
                        externalId: string | null;
                        cancelled: string;
                        revision?: number;
                        allocations: {
                            /** Format: uuid */
                            allocationId: string;
                            /** Format: uuid */
                            invoiceId: string;
                            number: string;
                            customerId: string;
                            customerName: string | null;
                            requested: string;
                            applied: string;
                            status: string;
                            code: string | null;
                            /** Format: date */
                            appliedOn: string | null;
                            instalment?: number;
                        }[];
                        refunds: {
                            /** Format: uuid */
                            refundId: string;
                            amount: string;
                            customerId: string | null;
                            /** Format: date */
                            refundedOn: string;
                            /** Format: date */
                            reversedOn: string | null;
                            method: string | null;
                            reference: string | null;
                            reason: string | null;
                        }[];
                        returns: {
                            /** Format: uuid */
                            returnId: string;
                            amount: string;
                            /** Format: date */
                            returnedOn: string;
                            /** Format: date */
                            reversedOn: string | null;
                            code: string;
                            externalId: string | null;
                            reason: string | null;
                        }[];
                        transfers: {
                            /** Format: uuid */
                            transferId: string;
                            amount: string;
                            fromCustomerId: string | null;
                            fromCustomerName: string | null;
                            customerId: string;
                            customerName: string | null;
                            /** Format: date */
                            transferredOn: string;
                            reason: string | null;
                        }[];
                        /** @enum {boolean} */
                        parked?: true;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCreditNotesById: {
        parameters: {
            query?: {
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        /** Format: uuid */
                        id: string;
                        number: string;
                        customerId: string;
                        customerName: string | null;
                        /** Format: date */
                        issuedOn: string;
                        /** Format: date */
                        countsOn: string;
                        currency: string;
                        total: string;
                        net: string | null;
                        vat: string | null;
                        applied: string;
                        refunded: string;
                        onAccount: string;
                        cancelled: string;
                        pending: string;
                        reasonCode: string;
                        reason: string | null;
                        corrects: {
                            invoiceId?: string;
                            number?: string;
                        }[];
                        correctsText: string | null;
                        revision?: number;
                        applications: {
                            /** Format: uuid */
                            applicationId: string;
                            /** Format: uuid */
                            invoiceId: string;
                            number: string;
                            requested: string;
                            applied: string;
                            status: string;
                            code: string | null;
                            /** Format: date */
                            appliedOn: string | null;
                            instalment?: number;
                        }[];
                        refunds: {
                            /** Format: uuid */
                            refundId: string;
                            amount: string;
                            /** Format: date */
                            refundedOn: string;
                            /** Format: date */
                            reversedOn: string | null;
                            method: string | null;
                            reference: string | null;
                            reason: string | null;
                        }[];
                        /** @enum {boolean} */
                        parked?: true;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReminders: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                on?: string;
                step?: string;
                number?: string;
                customerId?: string;
                agreedDueOn?: string;
                currency?: string;
                open?: string;
                ownerId?: string;
                escalatedTo?: string;
                invoiceId?: string;
                id?: string;
                part?: string;
                asked?: string;
                mailId?: string;
                policyId?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                status?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date */
                            on: string;
                            /** @enum {string} */
                            status: "planned" | "approved" | "sent" | "refused" | "bounced" | "skipped" | "escalated" | "alerted" | "proposed";
                            step: string;
                            number: string;
                            customerId: string;
                            /** Format: date */
                            agreedDueOn: string;
                            currency: string | null;
                            open: string | null;
                            ownerId: string | null;
                            code: string | null;
                            escalatedTo: string | null;
                            /** Format: uuid */
                            invoiceId: string;
                            /** Format: uuid */
                            id: string;
                            part: number;
                            asked: string | null;
                            /** Format: uuid */
                            mailId: string | null;
                            policyId: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInvoicesByIdRemindersExplain: {
        parameters: {
            query?: {
                on?: string;
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        invoiceId: string;
                        number: string;
                        customerId: string;
                        /** Format: date */
                        on: string;
                        currency: string;
                        open: string;
                        policyId: string;
                        policyVersion: number;
                        holds: {
                            kind: string;
                            /** Format: date */
                            since: string;
                            until: string | null;
                            amount: string | null;
                        }[];
                        habit: {
                            settled: number;
                            onTime: number;
                            late: number;
                            broken: number;
                            tone: string;
                        } | null;
                        held: {
                            unapplied: string;
                            credits: string;
                            pending: string;
                            older: string;
                        };
                        parts: {
                            part: number;
                            /** Format: date */
                            agreedDueOn: string;
                            open: string;
                            asked: string;
                            onAccount: string;
                            comes: string | null;
                            blockedBy: string | null;
                            why: string;
                            steps: {
                                step: string;
                                kind: string;
                                days: number;
                                /** Format: date */
                                on: string;
                                tone: string | null;
                                status: string | null;
                                decidedOn: string | null;
                                code: string | null;
                                mailId: string | null;
                            }[];
                            next: {
                                step: string;
                                /** Format: date */
                                on: string;
                            } | null;
                        }[];
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDunningSimulations: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SimulateDunning"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimulationAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPoliciesById: {
        parameters: {
            query?: {
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        policyId: string;
                        versions: {
                            policyId: string;
                            version: number;
                            name: string;
                            steps: {
                                key: string;
                                days: number;
                                /** @enum {string} */
                                kind: "remind" | "escalate" | "alert" | "propose-collection";
                                template?: string;
                                /** @enum {string} */
                                tone?: "friendly" | "formal" | "firm";
                                /** @enum {string} */
                                approval: "always" | "high-value" | "never";
                                minGapDays?: number;
                                /** @enum {string} */
                                to?: "manager" | "lead";
                            }[];
                            minAmount: {
                                [key: string]: string;
                            };
                            businessDays: boolean;
                            holidays: string[];
                            /** @enum {string} */
                            grouping: "customer" | "invoice";
                            quietHours?: {
                                from: string;
                                to: string;
                            };
                        }[];
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAudit: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                invoice?: string;
                payment?: string;
                customer?: string;
                actor?: string;
                type?: string;
                correlation?: string;
                from?: string;
                to?: string;
                position?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            position: string;
                            /** Format: date-time */
                            recordedAt: string;
                            /** Format: date */
                            effectiveOn: string;
                            type: string;
                            actor: string;
                            sentence: string;
                            reason: string | null;
                            /** Format: uuid */
                            invoiceId: string | null;
                            /** Format: uuid */
                            paymentId: string | null;
                            customerId: string | null;
                            stream: string;
                            revision: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInvoicesByIdHistory: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                position?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            position: string;
                            /** Format: date-time */
                            recordedAt: string;
                            /** Format: date */
                            effectiveOn: string;
                            type: string;
                            actor: string;
                            sentence: string;
                            reason: string | null;
                            /** Format: uuid */
                            invoiceId: string | null;
                            /** Format: uuid */
                            paymentId: string | null;
                            customerId: string | null;
                            stream: string;
                            revision: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditHeads: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            stream: string;
                            revision: string;
                            position?: string;
                            facts?: string;
                            streams?: string;
                            hash?: string;
                            /** Format: date */
                            recordedOn?: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditTouchedStreams: {
        parameters: {
            query?: {
                past?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: string | null;
                        done: boolean;
                        found: {
                            stream: string;
                            what: string;
                        }[];
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditVerification: {
        parameters: {
            query?: {
                past?: string;
                through?: string;
                limit?: number;
                facts?: string;
                streams?: string;
                hash?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: string;
                        done: boolean;
                        facts: number;
                        head: {
                            position: string;
                            facts: string;
                            streams: string;
                            hash: string;
                        } | null;
                        totals: ({
                            currency: string;
                            invoices: string;
                            payments: string;
                            issued: string;
                            received: string;
                            applied: string;
                            open: string;
                            pending: string;
                            unapplied: string;
                            creditNotes: string;
                            credited: string;
                            credits: string;
                            control: string;
                            accounts: {
                                [key: string]: string;
                            };
                        } & {
                            [key: string]: string;
                        })[];
                        macs: {
                            facts: number;
                            after: string | null;
                            unknownKeys: {
                                key: string;
                                facts: number;
                                first: string[];
                            }[];
                        };
                        found: string[];
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getErasuresById: {
        parameters: {
            query?: {
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subject: string;
                        position: string;
                        /** Format: date-time */
                        erasedAt: string;
                        keyDestroyed: boolean;
                        emptied: {
                            [key: string]: number;
                        };
                        /** Format: date-time */
                        rewrittenAt: string | null;
                        tooLarge: string[];
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportsAging: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                basis?: "agreed" | "contractual" | "issued";
                by?: "customer" | "owner";
                buckets?: string;
                sort?: string;
                currency?: string;
                definition?: number;
                key?: string;
                open?: string;
                overdue?: string;
                extended?: string;
                disputed?: string;
                unapplied?: string;
                pending?: string;
                credits?: string;
                control?: string;
                q?: string;
                limit?: number;
                cursor?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf: string;
                        /** Format: date-time */
                        knownAt: string;
                        knownPosition: string;
                        /** @enum {string} */
                        known: "recorded" | "stated";
                        definition: string;
                        /** @enum {string} */
                        basis: "agreed" | "contractual" | "issued";
                        /** @enum {string|null} */
                        by: "customer" | "owner" | null;
                        currency?: string;
                        sort?: string;
                        currencies: {
                            currency: string;
                            buckets: {
                                [key: string]: {
                                    count: number;
                                    amount: string;
                                };
                            };
                            open: string;
                            overdue: string;
                            extended: string;
                            disputed: string;
                            unapplied: string;
                            pending: string;
                            credits?: string;
                            control: string;
                            balanced: boolean;
                        }[];
                        rows: {
                            key: string | null;
                            name: string | null;
                            currency: string;
                            buckets: {
                                [key: string]: {
                                    count: number;
                                    amount: string;
                                };
                            };
                            open: string;
                            overdue: string;
                            extended: string;
                            disputed: string;
                            unapplied: string;
                            pending: string;
                            credits?: string;
                            control: string;
                            balanced: boolean;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportsAgingSeries: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                from?: string;
                to?: string;
                step?: "month" | "quarter" | "year" | "week";
                knownAt?: string;
                known?: "recorded" | "stated";
                basis?: "agreed" | "contractual" | "issued";
                buckets?: string;
                currency?: string;
                definition?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        knownAt: string;
                        knownPosition: string;
                        /** @enum {string} */
                        known: "recorded" | "stated";
                        definition: string;
                        /** @enum {string} */
                        basis: "agreed" | "contractual" | "issued";
                        currency?: string;
                        step: string;
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                        points: {
                            /** Format: date */
                            asOf: string;
                            currencies: {
                                currency: string;
                                buckets: {
                                    [key: string]: {
                                        count: number;
                                        amount: string;
                                    };
                                };
                                open: string;
                                overdue: string;
                                extended: string;
                                disputed: string;
                                unapplied: string;
                                pending: string;
                                credits?: string;
                                control: string;
                                balanced: boolean;
                            }[];
                        }[];
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDraftsById: {
        parameters: {
            query?: {
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        customerId: string;
                        customerName: string | null;
                        currency: string;
                        total: string;
                        /** Format: date */
                        issuedOn: string;
                        status: string;
                        /** Format: date */
                        createdOn: string;
                        createdBy: string;
                        approvedBy: string | null;
                        number: string | null;
                        /** Format: uuid */
                        invoiceId: string | null;
                        notes: string | null;
                        content: {
                            /** Format: date */
                            dueOn?: string;
                            acceptDueBeforeIssue?: boolean;
                            net?: string;
                            vat?: string;
                            ownerId?: string;
                            terms?: {
                                type?: string;
                                days?: number;
                                months?: number;
                                day?: number;
                            };
                            instalments?: {
                                /** Format: date */
                                dueOn?: string;
                                amount?: string;
                            }[];
                            lines?: {
                                description?: string;
                                quantity?: string;
                                unitPrice?: string;
                                net?: string;
                                vatRate?: string;
                                vat?: string;
                                amount?: string;
                            }[];
                            work?: {
                                project?: string;
                                milestone?: string;
                                deliveredOn?: string;
                            };
                        };
                        revision?: number;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSearch: {
        parameters: {
            query: {
                q: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            kind: "invoice" | "customer" | "payment" | "credit-note" | "person";
                            id: string;
                            title: string;
                            second: string;
                        }[];
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInvoicesByIdTimeline: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                position?: string;
                type?: string;
                actor?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            position: string;
                            stream: string;
                            revision: number;
                            type: string;
                            key: string;
                            params: {
                                [key: string]: string | number;
                            };
                            sentence: string;
                            actor: string;
                            roles: string[];
                            reason: string | null;
                            /** Format: date */
                            effectiveOn: string;
                            /** Format: date */
                            originalOn: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            /** Format: date-time */
                            statedRecordedAt: string | null;
                            changes: {
                                field: string;
                                from: string | null;
                                to: string | null;
                            }[];
                            open: {
                                currency: string;
                                before: string;
                                after: string;
                            } | null;
                            causedBy: string | null;
                            correlationId: string | null;
                            invoiceId: string | null;
                            paymentId: string | null;
                            customerId: string | null;
                            /** @enum {boolean} */
                            parked?: true;
                        }[];
                        language: string;
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomersByIdTimeline: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "csv-local";
                columns?: string;
                language?: "en" | "it" | "bg" | "de";
                csvLanguage?: "en" | "it" | "bg" | "de";
                bom?: "true" | "false";
                delimiter?: string;
                position?: string;
                type?: string;
                actor?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        items: {
                            position: string;
                            stream: string;
                            revision: number;
                            type: string;
                            key: string;
                            params: {
                                [key: string]: string | number;
                            };
                            sentence: string;
                            actor: string;
                            roles: string[];
                            reason: string | null;
                            /** Format: date */
                            effectiveOn: string;
                            /** Format: date */
                            originalOn: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            /** Format: date-time */
                            statedRecordedAt: string | null;
                            changes: {
                                field: string;
                                from: string | null;
                                to: string | null;
                            }[];
                            open: {
                                currency: string;
                                before: string;
                                after: string;
                            } | null;
                            causedBy: string | null;
                            correlationId: string | null;
                            invoiceId: string | null;
                            paymentId: string | null;
                            customerId: string | null;
                            /** @enum {boolean} */
                            parked?: true;
                        }[];
                        language: string;
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTimes: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                known?: "recorded" | "stated";
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                        /** @enum {string} */
                        known: "recorded" | "stated";
                        /** Format: date-time */
                        first: string | null;
                        /** Format: date-time */
                        last: string | null;
                        days: {
                            /** Format: date */
                            day: string;
                            recorded: number;
                            backDated: number;
                        }[];
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPaymentsByIdProposals: {
        parameters: {
            query?: {
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            proposalId: string;
                            /** @enum {string} */
                            rule: "reference" | "amount" | "sum" | "account" | "oldest";
                            score: number;
                            exact: boolean;
                            because: string;
                            allocations: {
                                /** Format: uuid */
                                invoiceId: string;
                                number: string;
                                customerId: string | null;
                                amount: string;
                                open: string;
                                /** Format: date */
                                dueOn: string;
                            }[];
                        }[];
                        currency: string;
                        payerAccount: string | null;
                        free: string;
                        more: boolean;
                        judgedAt: string;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: {
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        personId: string;
                        name: string | null;
                        roles: string[];
                        /** @enum {string} */
                        language: "en" | "it" | "bg" | "de";
                        may: string[];
                        /** @enum {string} */
                        alerts: "none" | "mail" | "webhook";
                        entity: {
                            code: string;
                            timeZone: string;
                            /** Format: date */
                            today: string;
                            currencies: {
                                code: string;
                                decimals: number;
                            }[];
                            termsPresets: {
                                type: string;
                                days: number;
                            }[];
                            bucketPresets: number[][];
                        };
                        version: string;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getViews: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                path?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            revision: number;
                            name: string;
                            path: string;
                            search: string;
                            shared: boolean;
                            personId: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postViews: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header: {
                "Idempotency-Key": string;
                "If-Match"?: string;
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveView"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        revision: number;
                    };
                };
            };
            201: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        revision: number;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postViewsByIdRemoval: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        removed: boolean;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInstants: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            /** Format: date-time */
                            knownAt: string;
                            personId: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInstants: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NameInstant"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInstantsByIdRemoval: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "X-Correlation-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        removed: boolean;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFactsByPosition: {
        parameters: {
            query?: {
                after?: string;
            };
            header?: never;
            path: {
                position: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stream": "invoice-0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c",
                     *       "revision": 1,
                     *       "position": "48213",
                     *       "id": "5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c",
                     *       "type": "ExtensionGranted",
                     *       "data": "{\"number\":\"2026-0117\"}",
                     *       "metadata": "{\"hashVersion\":1,\"previousHash\":null,\"hash\":\"3a5c2f0f5f1d6c0b7e9a3d1c2b4f6a8091b3d5f7e9c1a3b5d7f901234567890a\"}",
                     *       "recordedAt": "2026-03-01T09:12:44.120Z",
                     *       "schema": 1,
                     *       "key": "ExtensionGranted",
                     *       "sentence": "maria moved the agreed due date of invoice 2026-0117",
                     *       "language": "en",
                     *       "reason": "Goods came late",
                     *       "actor": "maria",
                     *       "roles": [
                     *         "clerk"
                     *       ],
                     *       "effectiveOn": "2026-03-01",
                     *       "correlationId": "month-end-2026-03",
                     *       "commandId": "7c2f9d0e-9f5c-5d0e-8a4e-8d1c1f2e3d4c",
                     *       "hash": "3a5c2f0f5f1d6c0b7e9a3d1c2b4f6a8091b3d5f7e9c1a3b5d7f901234567890a",
                     *       "legs": [
                     *         {
                     *           "account": "receivable",
                     *           "kind": "cash",
                     *           "on": "2026-03-01",
                     *           "amount": "-500.00",
                     *           "currency": "EUR",
                     *           "customerId": "C-104",
                     *           "invoiceId": "0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c"
                     *         }
                     *       ],
                     *       "whole": true,
                     *       "previous": {
                     *         "position": "48150",
                     *         "revision": 0,
                     *         "type": "InvoiceIssued",
                     *         "hash": "3a5c2f0f5f1d6c0b7e9a3d1c2b4f6a8091b3d5f7e9c1a3b5d7f901234567890a"
                     *       },
                     *       "next": {
                     *         "position": "48150",
                     *         "revision": 0,
                     *         "type": "InvoiceIssued",
                     *         "hash": "3a5c2f0f5f1d6c0b7e9a3d1c2b4f6a8091b3d5f7e9c1a3b5d7f901234567890a"
                     *       },
                     *       "causedBy": {
                     *         "position": "48210",
                     *         "stream": "invoice-0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c",
                     *         "type": "PaymentApplied",
                     *         "sentence": "maria settled 500.00 EUR of invoice 2026-0117"
                     *       },
                     *       "consequences": [
                     *         {
                     *           "position": "48210",
                     *           "stream": "invoice-0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c",
                     *           "type": "PaymentApplied",
                     *           "sentence": "maria settled 500.00 EUR of invoice 2026-0117"
                     *         }
                     *       ],
                     *       "proof": {
                     *         "from": {
                     *           "position": "40000",
                     *           "hash": "3a5c2f0f5f1d6c0b7e9a3d1c2b4f6a8091b3d5f7e9c1a3b5d7f901234567890a"
                     *         },
                     *         "hashes": [
                     *           "3a5c2f0f5f1d6c0b7e9a3d1c2b4f6a8091b3d5f7e9c1a3b5d7f901234567890a"
                     *         ],
                     *         "place": 0,
                     *         "to": {
                     *           "position": "48213",
                     *           "hash": "3a5c2f0f5f1d6c0b7e9a3d1c2b4f6a8091b3d5f7e9c1a3b5d7f901234567890a",
                     *           "recorded": "48300"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        stream: string;
                        revision: number;
                        position: string;
                        id: string;
                        type: string;
                        data: string;
                        metadata: string;
                        /** Format: date-time */
                        recordedAt: string;
                        schema: number;
                        key: string;
                        sentence: string;
                        language: string;
                        reason: string | null;
                        actor: string;
                        roles: string[];
                        /** Format: date */
                        effectiveOn: string;
                        correlationId: string | null;
                        commandId: string | null;
                        hash: string;
                        legs: {
                            account: string;
                            kind: string;
                            /** Format: date */
                            on: string;
                            amount: string;
                            currency: string;
                            customerId: string | null;
                            invoiceId: string | null;
                        }[];
                        whole: boolean;
                        previous: {
                            position: string;
                            revision: number;
                            type: string;
                            hash: string;
                        } | null;
                        next: {
                            position: string;
                            revision: number;
                            type: string;
                            hash: string;
                        } | null;
                        causedBy: {
                            position: string;
                            stream: string;
                            type: string;
                            sentence: string;
                        } | null;
                        consequences: {
                            position: string;
                            stream: string;
                            type: string;
                            sentence: string;
                        }[];
                        proof: {
                            from: {
                                position: string;
                                hash: string;
                            } | null;
                            hashes: string[] | null;
                            place: number | null;
                            to: {
                                position: string;
                                hash: string;
                                recorded: string;
                            };
                        } | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStreamsByIdRaw: {
        parameters: {
            query?: {
                from?: number;
                limit?: number;
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        stream: string;
                        items: {
                            revision: number;
                            position: string;
                            id: string;
                            type: string;
                            data: string;
                            metadata: string;
                            /** Format: date-time */
                            recordedAt: string;
                        }[];
                        next: number | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getExplain: {
        parameters: {
            query: {
                report: "aging" | "customer" | "invoice" | "payment" | "credit-note";
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                basis?: "agreed" | "contractual" | "issued";
                by?: "customer" | "owner";
                buckets?: string;
                definition?: number;
                key?: string;
                open?: string;
                overdue?: string;
                extended?: string;
                disputed?: string;
                unapplied?: string;
                pending?: string;
                credits?: string;
                control?: string;
                q?: string;
                cell: string;
                currency: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf: string;
                        /** Format: date-time */
                        knownAt: string;
                        knownPosition: string;
                        /** @enum {string} */
                        known: "recorded" | "stated";
                        definition: string;
                        cell: string;
                        currency: string;
                        figure: string;
                        formula: string;
                        inputs?: {
                            name: string;
                            /** @enum {string} */
                            sign: "+" | "-";
                            amount: string;
                        }[];
                        count: number;
                        sum: string;
                        equal: boolean;
                        lines: {
                            /** @enum {string} */
                            kind: "invoice" | "payment" | "credit-note" | "column" | "fact";
                            /** Format: uuid */
                            id: string | null;
                            number: string | null;
                            customerId: string | null;
                            customerName: string | null;
                            instalment: number | null;
                            /** Format: date */
                            dueOn: string | null;
                            days: number | null;
                            amount: string;
                            fact?: {
                                position: string;
                                type: string;
                                sentence: string;
                                actor: string;
                                reason: string | null;
                                /** Format: date */
                                effectiveOn: string;
                                /** Format: date-time */
                                recordedAt: string;
                                /** Format: date-time */
                                statedRecordedAt: string | null;
                            };
                        }[];
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCompare: {
        parameters: {
            query: {
                report: "aging";
                asOf?: string;
                knownAt?: string;
                known?: "recorded" | "stated";
                basis?: "agreed" | "contractual" | "issued";
                by?: "customer" | "owner";
                buckets?: string;
                definition?: number;
                key?: string;
                open?: string;
                overdue?: string;
                extended?: string;
                disputed?: string;
                unapplied?: string;
                pending?: string;
                credits?: string;
                control?: string;
                q?: string;
                currency?: string;
                vsAsOf?: string;
                vsKnownAt?: string;
                row?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf: string;
                        /** Format: date-time */
                        knownAt: string;
                        knownPosition: string;
                        /** @enum {string} */
                        known: "recorded" | "stated";
                        definition: string;
                        versus: string;
                        rows: {
                            key: string | null;
                            name: string | null;
                            currency: string;
                            a: {
                                [key: string]: string;
                            };
                            b: {
                                [key: string]: string;
                            };
                            difference: {
                                [key: string]: string;
                            };
                        }[];
                        more: boolean;
                        facts: {
                            position: string;
                            type: string;
                            sentence: string;
                            actor: string;
                            reason: string | null;
                            /** Format: date */
                            effectiveOn: string;
                            /** Format: date-time */
                            recordedAt: string;
                            customerId: string | null;
                            invoiceId: string | null;
                            moved: {
                                currency: string;
                                open: string;
                                held: string;
                            }[];
                        }[];
                        moreFacts: boolean;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLive: {
        parameters: {
            query?: {
                seconds?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLiveNext: {
        parameters: {
            query?: {
                after?: string;
                wait?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: string;
                        invoices: string[] | "many";
                        payments: string[] | "many";
                        customers: string[] | "many";
                        reports: boolean;
                        standing: {
                            behindMs: number | null;
                            stale: boolean;
                            parked: number;
                        };
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDemonstration: {
        parameters: {
            query?: {
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        offered: boolean;
                        /** @enum {string} */
                        state: "none" | "running" | "done" | "failed";
                        seed: string | null;
                        done: number;
                        total: number;
                        refused: number;
                        because: string | null;
                        position: string | null;
                        seconds: number;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDemonstration: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoadDemonstration"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        offered: boolean;
                        /** @enum {string} */
                        state: "none" | "running" | "done" | "failed";
                        seed: string | null;
                        done: number;
                        total: number;
                        refused: number;
                        because: string | null;
                        position: string | null;
                        seconds: number;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTemplatesByKeyByLanguagePreview: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "X-Correlation-Id"?: string;
            };
            path: {
                key: string;
                language: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewTemplate"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subject: string;
                        text: string;
                        html: string;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImports: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            state: "checking" | "sending" | "done" | "refused" | "failed" | "interrupted";
                            /** @enum {string} */
                            kind: "invoices" | "receipts";
                            dryRun: boolean;
                            fileName: string;
                            bytes: number;
                            bytesRead: number;
                            personId: string;
                            /** Format: date-time */
                            beganAt: string;
                            /** Format: date-time */
                            endedAt: string | null;
                            rows: number;
                            commands: number;
                            added: {
                                customers: number;
                                invoices: number;
                                creditNotes: number;
                                disputes: number;
                                payments: number;
                                allocations: number;
                            };
                            unchanged: number;
                            skipped: number;
                            rejected: number;
                            rejectsLeftOut: number;
                            warnings: number;
                            proposed: number;
                            files: string[];
                            notes: string[];
                            said: {
                                code: string;
                                params: {
                                    [key: string]: string;
                                };
                            }[];
                            because: string | null;
                            position: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postImports: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["ImportForm"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "checking" | "sending" | "done" | "refused" | "failed" | "interrupted";
                        /** @enum {string} */
                        kind: "invoices" | "receipts";
                        dryRun: boolean;
                        fileName: string;
                        bytes: number;
                        bytesRead: number;
                        personId: string;
                        /** Format: date-time */
                        beganAt: string;
                        /** Format: date-time */
                        endedAt: string | null;
                        rows: number;
                        commands: number;
                        added: {
                            customers: number;
                            invoices: number;
                            creditNotes: number;
                            disputes: number;
                            payments: number;
                            allocations: number;
                        };
                        unchanged: number;
                        skipped: number;
                        rejected: number;
                        rejectsLeftOut: number;
                        warnings: number;
                        proposed: number;
                        files: string[];
                        notes: string[];
                        said: {
                            code: string;
                            params: {
                                [key: string]: string;
                            };
                        }[];
                        because: string | null;
                        position: string | null;
                    };
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "checking" | "sending" | "done" | "refused" | "failed" | "interrupted";
                        /** @enum {string} */
                        kind: "invoices" | "receipts";
                        dryRun: boolean;
                        fileName: string;
                        bytes: number;
                        bytesRead: number;
                        personId: string;
                        /** Format: date-time */
                        beganAt: string;
                        /** Format: date-time */
                        endedAt: string | null;
                        rows: number;
                        commands: number;
                        added: {
                            customers: number;
                            invoices: number;
                            creditNotes: number;
                            disputes: number;
                            payments: number;
                            allocations: number;
                        };
                        unchanged: number;
                        skipped: number;
                        rejected: number;
                        rejectsLeftOut: number;
                        warnings: number;
                        proposed: number;
                        files: string[];
                        notes: string[];
                        said: {
                            code: string;
                            params: {
                                [key: string]: string;
                            };
                        }[];
                        because: string | null;
                        position: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImportsById: {
        parameters: {
            query?: {
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "checking" | "sending" | "done" | "refused" | "failed" | "interrupted";
                        /** @enum {string} */
                        kind: "invoices" | "receipts";
                        dryRun: boolean;
                        fileName: string;
                        bytes: number;
                        bytesRead: number;
                        personId: string;
                        /** Format: date-time */
                        beganAt: string;
                        /** Format: date-time */
                        endedAt: string | null;
                        rows: number;
                        commands: number;
                        added: {
                            customers: number;
                            invoices: number;
                            creditNotes: number;
                            disputes: number;
                            payments: number;
                            allocations: number;
                        };
                        unchanged: number;
                        skipped: number;
                        rejected: number;
                        rejectsLeftOut: number;
                        warnings: number;
                        proposed: number;
                        files: string[];
                        notes: string[];
                        said: {
                            code: string;
                            params: {
                                [key: string]: string;
                            };
                        }[];
                        because: string | null;
                        position: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImportsByIdRejects: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImportsByIdWarnings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImportsByIdProposals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postImportsSuggestion: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["SuggestionForm"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mapping: {
                            delimiter?: string;
                            encoding?: string;
                            dateFormat?: string;
                            locale?: string;
                            decimal?: string;
                            thousands?: string;
                            constants?: {
                                [key: string]: string;
                            };
                            columns: {
                                [key: string]: string;
                            };
                            company?: string;
                            terms?: {
                                [key: string]: string;
                            };
                            idsAreNumbers?: boolean;
                        };
                        missing: boolean;
                        notes: string[];
                        said: {
                            code: string;
                            params: {
                                [key: string]: string;
                            };
                        }[];
                        header: string[];
                        rows: string[][];
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRemindersApprovals: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveMails"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        results: {
                            id: string;
                            status: string;
                            code: string | null;
                            detail: string | null;
                        }[];
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRemindersById: {
        parameters: {
            query?: {
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        /** Format: uuid */
                        id: string;
                        customerId: string;
                        customerName: string | null;
                        status: string;
                        /** Format: date */
                        draftedOn: string;
                        language: string;
                        tone: string;
                        template: string;
                        items: number;
                        waits: boolean;
                        attempts: number;
                        code: string | null;
                        address: string | null;
                        line: string | null;
                        messageId: string | null;
                        response: string | null;
                        revision?: number;
                        lines: {
                            stepId?: string;
                            invoiceId?: string;
                            number?: string;
                            currency?: string;
                            asked?: string;
                            onAccount?: string | null;
                            agreedDueOn?: string;
                            code?: string | null;
                        }[];
                        subject: string;
                        text: string;
                        html: string;
                        source: string | null;
                        subjectMessage: string | null;
                        bodyMessage: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMailsById: {
        parameters: {
            query?: {
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Quittance-Position"?: string;
                    "Quittance-Stale"?: string;
                    "Quittance-Parked"?: string;
                    "Quittance-Content-Hash"?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf?: string;
                        /** Format: date-time */
                        knownAt?: string;
                        knownPosition?: string;
                        /** @enum {string} */
                        known?: "recorded" | "stated";
                        /** Format: uuid */
                        id: string;
                        customerId: string;
                        customerName: string | null;
                        status: string;
                        /** Format: date */
                        draftedOn: string;
                        language: string;
                        tone: string;
                        template: string;
                        items: number;
                        waits: boolean;
                        attempts: number;
                        code: string | null;
                        address: string | null;
                        line: string | null;
                        messageId: string | null;
                        response: string | null;
                        revision?: number;
                        lines: {
                            stepId?: string;
                            invoiceId?: string;
                            number?: string;
                            currency?: string;
                            asked?: string;
                            onAccount?: string | null;
                            agreedDueOn?: string;
                            code?: string | null;
                        }[];
                        subject: string;
                        text: string;
                        html: string;
                        source: string | null;
                        subjectMessage: string | null;
                        bodyMessage: string | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
