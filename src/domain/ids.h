// The identities of the domain, one type a kind of record.
#pragma once

#include "base/id.h"

namespace domain {

using PartyId = base::Id<struct PartyTag>; // A client or a contact: whoever can owe or pay.
using PractitionerId = base::Id<struct PractitionerTag>;
using LocationId = base::Id<struct LocationTag>;
using ServiceId = base::Id<struct ServiceTag>;
using ProductId = base::Id<struct ProductTag>;
using TaxId = base::Id<struct TaxTag>;
using MethodId = base::Id<struct MethodTag>;
using SeriesId = base::Id<struct SeriesTag>;
using DeviceId = base::Id<struct DeviceTag>;
using InvoiceId = base::Id<struct InvoiceTag>; // Kept from draft to issued and back.
using LineId = base::Id<struct LineTag>;
using PaymentId = base::Id<struct PaymentTag>;
using AllocationId = base::Id<struct AllocationTag>;
using ReleaseId = base::Id<struct ReleaseTag>; // An un-applied allocation.
using WriteOffId = base::Id<struct WriteOffTag>;
using WriteOffReversalId = base::Id<struct WriteOffReversalTag>;

} // namespace domain
