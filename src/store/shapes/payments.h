// The fields of payments, of what they settle, and of what is written off.
#pragma once

#include "domain/payment.h"
#include "domain/write_off.h"
#include "store/shapes/values.h"

namespace store {

template <>
struct Blank<domain::Payment> {
    static domain::Payment make() { return {.amount = Blank<domain::Money>::make()}; }
};
template <>
struct Blank<domain::Allocation> {
    static domain::Allocation make() {
        const auto zero = Blank<domain::Money>::make();
        return {.amount = zero, .cash_rounding = zero};
    }
};
template <>
struct Blank<domain::Release> {
    static domain::Release make() {
        const auto zero = Blank<domain::Money>::make();
        return {.amount = zero, .cash_rounding = zero};
    }
};

template <>
struct Blank<domain::WriteOff> {
    static domain::WriteOff make() { return {.amount = Blank<domain::Money>::make()}; }
};
template <>
struct Blank<domain::WriteOffReversal> {
    static domain::WriteOffReversal make() { return {.amount = Blank<domain::Money>::make()}; }
};

template <>
struct Shape<domain::Payment> {
    static void fields(auto& visit, auto& r) {
        visit("id", r.id);
        visit("payer", r.payer);
        visit("amount", r.amount);
        visit("method", r.method);
        visit("reference", r.reference);
        visit("tendered_memo", r.tendered_memo);
        visit("note", r.note);
        visit("received", r.received);
    }
};

template <>
struct Shape<domain::Allocation> {
    static void fields(auto& visit, auto& r) {
        visit("id", r.id);
        visit("payment", r.payment);
        visit("invoice", r.invoice);
        visit("amount", r.amount);
        visit("cash_rounding", r.cash_rounding);
        visit("dated", r.dated);
    }
};

template <>
struct Shape<domain::Release> {
    static void fields(auto& visit, auto& r) {
        visit("id", r.id);
        visit("allocation", r.allocation);
        visit("amount", r.amount);
        visit("cash_rounding", r.cash_rounding);
        visit("reason", r.reason);
        visit("dated", r.dated);
    }
};

template <>
struct Shape<domain::WriteOff> {
    static void fields(auto& visit, auto& r) {
        visit("id", r.id);
        visit("invoice", r.invoice);
        visit("amount", r.amount);
        visit("reason", r.reason);
        visit("dated", r.dated);
    }
};

template <>
struct Shape<domain::WriteOffReversal> {
    static void fields(auto& visit, auto& r) {
        visit("id", r.id);
        visit("write_off", r.write_off);
        visit("invoice", r.invoice);
        visit("amount", r.amount);
        visit("reason", r.reason);
        visit("dated", r.dated);
    }
};

template <>
struct Shape<domain::PaymentVoid> {
    static void fields(auto& visit, auto& r) {
        visit("payment", r.payment);
        visit("reason", r.reason);
        visit("dated", r.dated);
    }
};

} // namespace store
