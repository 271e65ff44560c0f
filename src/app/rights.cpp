#include "app/rights.h"

#include "base/assert.h"

#include <string>

namespace app {

namespace {

// The front desk meets clients and takes money; the biller makes and ends invoices, and brings in
// whole files, since who does must be able to undo it; the practice itself, its prices and taxes,
// is the owner's.
Role role_for(const Add<domain::Client>&) { return Role::front_desk; }
Role role_for(const Edit<domain::Client>&) { return Role::front_desk; }
Role role_for(const Add<domain::Contact>&) { return Role::front_desk; }
Role role_for(const Edit<domain::Contact>&) { return Role::front_desk; }
Role role_for(const SaveDraft&) { return Role::front_desk; }
Role role_for(const RecordPayment&) { return Role::front_desk; }
Role role_for(const ApplyCredit&) { return Role::front_desk; }
Role role_for(const MarkLeft&) { return Role::front_desk; }
Role role_for(const Add<domain::Service>&) { return Role::biller; }
Role role_for(const Edit<domain::Service>&) { return Role::biller; }
Role role_for(const Add<domain::Product>&) { return Role::biller; }
Role role_for(const Edit<domain::Product>&) { return Role::biller; }
Role role_for(const Import<domain::Client>&) { return Role::biller; }
Role role_for(const Import<domain::Service>&) { return Role::biller; }
Role role_for(const Import<domain::Product>&) { return Role::biller; }
Role role_for(const DeleteDraft&) { return Role::biller; }
Role role_for(const FinalizeInvoice&) { return Role::biller; }
Role role_for(const VoidInvoice&) { return Role::biller; }
Role role_for(const RevertInvoice&) { return Role::biller; }
Role role_for(const DuplicateInvoice&) { return Role::biller; }
Role role_for(const AllocatePayment&) { return Role::biller; }
Role role_for(const ReleaseAllocation&) { return Role::biller; }
Role role_for(const VoidPayment&) { return Role::biller; }
Role role_for(const WriteOffInvoice&) { return Role::biller; }
Role role_for(const ReverseWriteOff&) { return Role::biller; }
Role role_for(const Undo&) { return Role::biller; }

Role role_for_kind(MasterKind kind) {
    switch (kind) {
    case MasterKind::client:
    case MasterKind::contact: return Role::front_desk;
    case MasterKind::service:
    case MasterKind::product: return Role::biller;
    case MasterKind::tax:
    case MasterKind::location:
    case MasterKind::practitioner:
    case MasterKind::payment_method: return Role::owner;
    }
    UNREACHABLE();
}
Role role_for(const Archive& command) { return role_for_kind(command.kind); }
Role role_for(const Restore& command) { return role_for_kind(command.kind); }

template <typename Settings>
Role role_for(const Settings&) {
    return Role::owner;
}

} // namespace

Role required_role(const Command& command) {
    return std::visit([](const auto& one) { return role_for(one); }, command);
}

base::Result<void> check_rights(const Session& session, const Command& command) {
    const Role required = required_role(command);
    if (session.role < required)
        return base::fail(base::Code::no_right, {}, std::string(name_of(required)));
    return {};
}

std::string_view name_of(Role role) {
    switch (role) {
    case Role::front_desk: return "front_desk";
    case Role::biller: return "biller";
    case Role::owner: return "owner";
    }
    UNREACHABLE();
}

} // namespace app
